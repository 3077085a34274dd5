"""The portable dialect: the part of Cypher that both engines answer alike, and what to write instead of the rest.

``tokens`` knows a query's brackets, clauses and operands, ``functions.yaml`` the functions that both engines have,
``rules`` and its neighbours one function a trap, ``check`` a query's or a file's findings. The rules are written down
for people in ``queries/README.md``, which a test holds to them.
"""
