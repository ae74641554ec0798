"""What the words mean: days, parties and places."""
