"""Parts of the graph as a network: things, what is around them, the lines between them, and the words these rest on."""
