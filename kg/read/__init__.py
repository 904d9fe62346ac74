"""Bytes to `Article`: files, folders and records to visible text with a map back to the source."""

from kg.read.article import read_text
from kg.read.corpus import sources
from kg.read.format import read
from kg.read.source import Source

__all__ = ["Source", "read", "read_text", "sources"]
