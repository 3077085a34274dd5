"""What the reading of acts looks up: the lexicons of ``ingest/lexicons/`` that it needs, checked and compiled."""
