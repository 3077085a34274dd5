// Everybody.
MATCH (p:Person)
RETURN p.id AS person, p.name AS name
ORDER BY person
