"""Counted nouns: what a number counts, and how far its name reaches (建成200家示范工厂)."""
