"""What payment terminals counted themselves, beside what their stations did."""
