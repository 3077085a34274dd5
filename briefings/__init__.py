"""What no single question says: figures to publish, what a report changed, what came due and stayed silent."""
