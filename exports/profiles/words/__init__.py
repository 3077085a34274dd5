"""What is looked for in texts and addresses: words that may not leave, names and numbers that were taken out."""
