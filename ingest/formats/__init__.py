"""Files to text: which bytes a file holds, in which encoding, and what of its markup is text."""
