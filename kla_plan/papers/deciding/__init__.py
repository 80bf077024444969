"""What a plan leaves to be decided by people: shared by the papers that ask for decisions."""
