"""Figures: what makes a quantity a claim, how it changes, where it is repeated, and those of tables."""
