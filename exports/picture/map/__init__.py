"""The map: circles at places on the outline of the country."""
