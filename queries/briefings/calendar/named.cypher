// title: Where people are named
// learns: Each entry that names one of the people $people, with its date, or the last day of its report where it has none.
UNWIND $people AS id
MATCH (p:Person)<-[:MENTIONS]-(n:Entry)-[:IN_REPORT]->(t:Report)
WHERE p.id = id
RETURN DISTINCT p.id AS person, n.id AS entry, coalesce(n.date, t.period_end) AS told
