"""Commands that tell more than one question does: figures, what a report changed, what came due and stayed silent."""
