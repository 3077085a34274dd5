// title: What is told of cases
// learns: Each entry that tells something of the cases $cases, with its date.
UNWIND $cases AS id
MATCH (c:Case)<-[:IN_CASE]-(x:Event|Charge|Sanction|Stay)<-[:RECORDS]-(n:Entry)-[:IN_REPORT]->(t:Report)
WHERE c.id = id
RETURN DISTINCT c.id AS case, n.id AS entry, coalesce(n.date, t.period_end) AS told
