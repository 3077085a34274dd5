"""Which files are read, by their suffixes. A command that only asks about a name loads no reader of files."""

PAGES = (".html", ".htm", ".xhtml")
"""Suffixes of web pages."""
SUFFIXES = (".txt", ".md", *PAGES, ".docx", ".pdf")
NAMED_SUFFIXES = ".txt, .md, .html, .docx and .pdf"
RDF_SUFFIXES = (".ttl", ".trig", ".nq", ".nt", ".jsonld", ".rdf")
"""Suffixes of a partner's graph. It is statements and no text, and only what is named itself is taken in."""
