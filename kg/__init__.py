"""Chinese government plans as a knowledge graph in which every number points at the words it was read from.

The library in three lines: `from kg.read import read` (bytes → article), `from kg.build import build, extract`
(article → graph, article → facts), `from kg.write import WRITERS` (graph → bytes). The command is `kg`.
"""

__version__ = "0.1.0"
