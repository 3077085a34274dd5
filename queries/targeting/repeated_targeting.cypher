// title: Targeted again and again
// learns: To whom distinct things were done on several days, what they were, and in which cases; a case against an accused officer does not count.
// parameters:
//   at_least: {type: integer, default: 2, about: On how many days at least something was done to the person}
// columns: {person: Person.id, cases: Case.id, events: Event.id}
MATCH (p:Person)-[r:INVOLVED_IN]->(e:Event)
WHERE r.role = 'to' AND NOT e.type IN ['statement', 'complaint', 'release']
OPTIONAL MATCH (e)-[:IN_CASE]->(c:Case)
OPTIONAL MATCH (c)<-[accused:PARTY_TO]-(p)
WHERE accused.role = 'perpetrator'
WITH p, e, c, accused
WHERE accused IS NULL
WITH p, e, c
ORDER BY e.date, e.type, e.id, c.id
WITH p,
     count(DISTINCT e.account_of) AS happenings,
     collect(DISTINCT e.date) AS days,
     collect(DISTINCT e.type + coalesce(' (' + e.standing + ')', '')) AS acts,
     collect(DISTINCT c.id) AS cases,
     collect(DISTINCT e.id) AS events
WITH p, happenings, days, acts, cases, events, size(days) AS on_days
WHERE on_days >= $at_least
RETURN p.id AS person, p.name AS name, happenings, on_days, acts, days[0] AS first, days[on_days - 1] AS last, cases,
       events
ORDER BY on_days DESC, happenings DESC, name, person
