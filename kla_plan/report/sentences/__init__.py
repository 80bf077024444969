"""Indonesian sentences made from a plan; each function is one thing to say."""
