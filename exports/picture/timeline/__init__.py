"""The timeline: a lane for each person or kind of act, with what happened as bars and dots."""
