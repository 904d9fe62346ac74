"""Named things: bodies, plans, projects, events and visions."""
