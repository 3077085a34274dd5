"""Reading: a report's bytes become text, entries, and facts with their evidence.

``ingest.documents.read_document`` turns a file into text, ``ingest.reading.read_report`` a text into facts.
"""
