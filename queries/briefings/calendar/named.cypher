// title: Where people are named
// learns: Each entry that names somebody, with its date, or the last day of its report where it has none.
MATCH (p:Person)<-[:MENTIONS]-(n:Entry)-[:IN_REPORT]->(t:Report)
RETURN DISTINCT p.id AS person, n.id AS entry, coalesce(n.date, t.period_end) AS told
