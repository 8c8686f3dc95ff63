"""Stations: enrolment by a one-time code, standing, revocation."""
