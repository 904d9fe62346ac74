"""What the search for a figure's name works on, and names that the sentence has told before."""
