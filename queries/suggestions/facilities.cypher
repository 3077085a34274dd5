// Facilities, those where most people were held first.
MATCH (p:Person)-[:IN_CUSTODY]->(s:Stay)-[:AT]->(f:Facility)
WITH f, count(DISTINCT p) AS people
RETURN f.id AS value, f.name AS caption, people
ORDER BY people DESC, value
LIMIT 50
