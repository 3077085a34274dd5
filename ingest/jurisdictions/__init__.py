"""What belongs to one country: a folder of data a country, and how it is read."""
