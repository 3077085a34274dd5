"""Text to report: title, period, paragraphs with their headers and footnotes, and the list of references."""
