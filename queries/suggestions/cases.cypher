// Cases, those with most acts first.
MATCH (e:Event)-[:IN_CASE]->(c:Case)
WITH c, count(e) AS acts
RETURN c.id AS value, c.title AS caption, acts
ORDER BY acts DESC, value
LIMIT 50
