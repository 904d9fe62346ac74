"""The shape of sentences: clauses, noun phrases, lists with shared heads, what stands left and right of a number."""
