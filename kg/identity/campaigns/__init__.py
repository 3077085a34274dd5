"""Which entries share a campaign."""
