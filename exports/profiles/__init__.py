"""What leaves the house: profiles, whom they protect, and the graph as a profile lets it out."""
