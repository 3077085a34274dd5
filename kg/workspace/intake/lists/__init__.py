"""Lists of prisoners by name: rows of a spreadsheet become entries of a series of their own."""
