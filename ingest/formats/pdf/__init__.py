"""PDF files to text: lines by their place on the page, notes at page ends as a list of references."""
