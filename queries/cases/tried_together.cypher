// title: Tried together
// learns: Which people stood in one hearing or one verdict, as told in one entry, before which court.
// columns: {case: Case.id, first: Person.id, second: Person.id}
MATCH (a:Person)-[ra:INVOLVED_IN]->(e:Event)<-[rb:INVOLVED_IN]-(b:Person)
WHERE ra.role = 'to' AND rb.role = 'to' AND a.id < b.id AND e.type IN ['trial', 'sentence', 'appeal', 'remand']
MATCH (e)-[:IN_CASE]->(c:Case)
OPTIONAL MATCH (e)<-[rc:INVOLVED_IN]-(court:Court)
WITH a, b, c, e, court
ORDER BY e.date, e.type, court.name
WITH a, b, c, collect(DISTINCT e.type) AS steps, collect(DISTINCT court.name) AS courts, min(e.date) AS since
RETURN a.name AS first_name, b.name AS second_name, steps, courts, since, c.id AS case, a.id AS first, b.id AS second
ORDER BY since, first_name, second_name, case
