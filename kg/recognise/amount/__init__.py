"""Amounts: numerals, and what they become with a unit and a comparator."""
