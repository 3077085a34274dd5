// title: One person's path through the system
// learns: What happened to one person, in order of date, with who did it, where, and the source.
// reading: >-
//   A row is one act. "As" says whether it was done to the person or by the person. An act without a standing is stated as a
//   fact by the report.
// limits: Only acts that an entry ties to the person by its words. Being named in the same entry is not enough.
// view: timeline
// timeline: {lane: what, acts: event}
// parameters:
//   person: {type: Person, about: "The person, by name or id", suggest: people}
// columns:
//   date: {label: "on", priority: 1}
//   what: {label: what, priority: 1}
//   as_whom: {label: as, priority: 3}
//   standing: {label: standing, priority: 2}
//   outcome: {label: outcome, priority: 2}
//   by_whom: {label: by, priority: 2}
//   held_at: {label: at, priority: 2}
//   reason: {label: reason, priority: 3}
//   entry: {label: entry, priority: 2}
//   event: Event.id
//   place: Facility.id
// example:
//   given: {person: "Ombreth Jorvan"}
//   rows:
//     - {date: "2031-03-05", what: "sentence", as_whom: "to", by_whom: [], entry: "2031-03/8"}
//     - {date: "2031-03-28", what: "sentence", as_whom: "to", by_whom: ["Harbour district court"], entry: "2031-03/41"}
//     - {date: "2031-04-04", what: "assembly_refusal", as_whom: "to", by_whom: ["hetmarate of Marenth"], entry: "2031-04/8"}
//     - {date: "2031-04-20", what: "detention", as_whom: "to", by_whom: [], entry: "2031-04/31"}
MATCH (p:Person)-[r:INVOLVED_IN]->(e:Event)
WHERE p.id = $person /* filter: act e */
OPTIONAL MATCH (e)<-[b:INVOLVED_IN]-(by)
WHERE b.role = 'by'
OPTIONAL MATCH (e)-[:AT]->(f:Facility)
WITH p, r, e, by, f
ORDER BY by.name
WITH p, r, e, collect(DISTINCT by.name) AS by_whom, min(f.name) AS held_at, min(f.id) AS place
RETURN e.date AS date, e.type AS what, r.role AS as_whom, e.standing AS standing, e.outcome AS outcome, by_whom, held_at,
       e.reason AS reason, r.entries[0] AS entry, e.id AS event, place,
       [i IN range(0, size(r.entries) - 1) | r.entries[i] + '#' + r.spans[i]] AS evidence
ORDER BY date, entry, what, event, as_whom
