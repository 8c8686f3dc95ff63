"""Insight: anonymous events, funnels, experiments and figures."""
