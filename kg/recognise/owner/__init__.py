"""Owners: figures whose region, good or firm was told before, in a list, a heading or another clause."""
