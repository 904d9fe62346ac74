"""A read-only SPARQL 1.1 endpoint, query editor, entity pages and search over a built graph, fit to be exposed."""
