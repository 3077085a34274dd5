"""What the saved questions say of themselves, in the languages that the page of the explorer speaks."""
