// title: Report
// learns: The report of an entry.
MATCH (n:Entry)-[:IN_REPORT]->(t:Report)
WITH n.id AS thing, t.id AS value
RETURN DISTINCT thing, value AS key, value
ORDER BY thing, key
