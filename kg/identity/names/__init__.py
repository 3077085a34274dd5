"""Names of people: folded by the pack's table of romanisation, parsed into their parts, compared part by part."""
