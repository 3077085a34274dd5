"""What a picture has in it: which things, and what ties them."""
