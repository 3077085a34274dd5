"""The network: things, and the lines that acts, charges, sanctions, custody and kinship draw between them."""
