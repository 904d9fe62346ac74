"""Modality: which words make a figure an aim, a fact, a limit, a price or a forecast."""
