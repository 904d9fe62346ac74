"""Metrics: the one name of each figure, chosen among all that stands around it."""
