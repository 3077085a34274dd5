"""What two reports tell in the same words, or nearly: the week's and the month's, or two publishers'."""
