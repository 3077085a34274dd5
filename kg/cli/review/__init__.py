"""``kg review``: questions on the terminal, one by one, or in a spreadsheet."""
