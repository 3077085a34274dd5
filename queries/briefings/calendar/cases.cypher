// title: What is told of cases
// learns: Each entry that tells something of a case, with its date.
MATCH (c:Case)<-[:IN_CASE]-(x:Event|Charge|Sanction|Stay)<-[:RECORDS]-(n:Entry)-[:IN_REPORT]->(t:Report)
RETURN DISTINCT c.id AS case, n.id AS entry, coalesce(n.date, t.period_end) AS told
