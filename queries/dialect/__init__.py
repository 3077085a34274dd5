"""The portable dialect: the part of Cypher that both engines answer alike, and what to write instead of the rest.

``tokens`` knows a query's brackets, clauses and operands, ``functions.yaml`` lists the functions that both engines
have, ``rules`` holds the rules and finds what breaks them, ``check`` gives a query's or a file's findings.
``queries/README.md`` lists the rules for people; a test compares it with them.
"""
