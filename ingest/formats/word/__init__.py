"""Documents of a word processor (``.docx``) to text."""
