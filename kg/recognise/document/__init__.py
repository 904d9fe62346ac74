"""What a text says of itself: its title and imprint, the year it speaks in, and whether it reports, orders or rules."""
