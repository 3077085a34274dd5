"""Reading: a report's bytes become text, entries, and facts with their evidence.

``ingest.formats.documents.read_document`` turns a file into text, ``ingest.pipeline.read_report`` a text into facts.
"""
