"""To which group each person belongs, by what the graph tells of them."""
