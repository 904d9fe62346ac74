"""Times: years, days and five-year-plan periods as written, and which years they mean."""
