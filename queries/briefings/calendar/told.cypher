// title: What is told of people
// learns: Each entry that tells an act, sanction, charge or custody of one of the people $people, with its day.
UNWIND $people AS id
MATCH (p:Person)-[r:INVOLVED_IN]->(e:Event)<-[:RECORDS]-(n:Entry)-[:IN_REPORT]->(t:Report)
WHERE p.id = id
RETURN p.id AS person, n.id AS entry, coalesce(n.date, t.period_end) AS told, coalesce(e.date, e.reported) AS day,
       CASE r.role WHEN 'to' THEN e.type ELSE 'author' END AS what, e.outcome AS outcome, e.next AS next
UNION ALL
UNWIND $people AS id
MATCH (p:Person)-[:RECEIVED]->(s:Sanction)<-[:RECORDS]-(n:Entry)-[:IN_REPORT]->(t:Report)
WHERE p.id = id
RETURN p.id AS person, n.id AS entry, coalesce(n.date, t.period_end) AS told, coalesce(s.date, n.date) AS day,
       s.kind AS what, s.status AS outcome, null AS next
UNION ALL
UNWIND $people AS id
MATCH (p:Person)-[:IN_CUSTODY]->(:Stay)<-[:RECORDS]-(n:Entry)-[:IN_REPORT]->(t:Report)
WHERE p.id = id
RETURN p.id AS person, n.id AS entry, coalesce(n.date, t.period_end) AS told, n.date AS day, 'custody' AS what,
       null AS outcome, null AS next
UNION ALL
UNWIND $people AS id
MATCH (p:Person)-[:FACES]->(:Charge)<-[:RECORDS]-(n:Entry)-[:IN_REPORT]->(t:Report)
WHERE p.id = id
RETURN p.id AS person, n.id AS entry, coalesce(n.date, t.period_end) AS told, n.date AS day, 'charge' AS what,
       null AS outcome, null AS next
