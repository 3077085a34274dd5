// title: One person's path through the system
// learns: What happened to one person, in order of date, with who did it, where, and the source.
// parameters:
//   person: {type: Person, about: "The person, by name or id", suggest: people}
// columns: {event: Event.id, place: Facility.id}
MATCH (p:Person)-[r:INVOLVED_IN]->(e:Event)
WHERE p.id = $person
OPTIONAL MATCH (e)<-[b:INVOLVED_IN]-(by)
WHERE b.role = 'by'
OPTIONAL MATCH (e)-[:AT]->(f:Facility)
WITH p, r, e, by, f
ORDER BY by.name
WITH p, r, e, collect(DISTINCT by.name) AS by_whom, min(f.name) AS held_at, min(f.id) AS place
RETURN e.date AS date, e.type AS what, r.role AS as_whom, e.standing AS standing, e.outcome AS outcome, by_whom, held_at,
       e.reason AS reason, r.entries[0] AS entry, e.id AS event, place
ORDER BY date, entry, what, event, as_whom
