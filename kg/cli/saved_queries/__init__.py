"""``kg query``: the saved queries, their answers, and the files that they are in."""
