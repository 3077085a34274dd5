// title: Registration attempts
// learns: Which parties and other bodies tried to register, which attempt it was, who decided, and how it ended.
// reading: >-
//   A row is one step that an entry tells: papers filed, returned, refused or accepted. "Step" counts the body's steps
//   from the first that the reports tell.
// limits: >-
//   Attempts before the reports begin are not known; an entry may tell their number in its words (--evidence). Without an
//   outcome the entry tells only that papers were filed or are waited for.
// view: timeline
// timeline: {lane: name, acts: event}
// parameters:
//   most: {type: integer, default: 300, cuts: true, about: "How many steps at most, the earliest first"}
// columns:
//   date: {label: "on", priority: 1}
//   name: {label: organisation, priority: 1}
//   step: {label: step, priority: 1}
//   outcome: {label: outcome, priority: 1}
//   by_whom: {label: by, priority: 1}
//   people: {label: people, priority: 3}
//   standing: {label: standing, priority: 3}
//   reason: {label: reason, priority: 3}
//   organisation: Organisation.id
//   persons: Person.id
//   event: Event.id
// example:
//   rows:
//     - {date: "2031-03-06", name: "Open Sky", step: 1, outcome: null, by_whom: ["Ministry of Justice"]}
//     - {date: "2031-04-14", name: "Open Sky", step: 2, outcome: "dismissed", by_whom: ["Ministry of Justice"]}
MATCH (e:Event)
WHERE e.type = 'registration' /* filter: act e */
OPTIONAL MATCH (e)<-[r:INVOLVED_IN]-(o:Organisation)
WHERE r.role = 'to'
WITH e, o
ORDER BY e.date, o.name, e.id, o.id
LIMIT $most
CALL (e, o) {
  MATCH (o)-[r:INVOLVED_IN]->(before:Event)
  WHERE r.role = 'to' AND before.type = 'registration'
    AND (before.date < e.date OR (before.date = e.date AND before.id <= e.id))
  RETURN count(DISTINCT before.account_of) AS step
}
CALL (e) {
  MATCH (e)<-[r:INVOLVED_IN]-(b:Court|Organisation|Facility|Person)
  WHERE r.role = 'by'
  WITH DISTINCT b.name AS name
  ORDER BY name
  RETURN collect(name) AS by_whom
}
CALL (e) {
  MATCH (e)<-[:INVOLVED_IN]-(p:Person)
  WITH DISTINCT p.name AS name, p.id AS person
  ORDER BY name, person
  RETURN collect(name) AS people, collect(person) AS persons
}
CALL (e) {
  MATCH (e)<-[k:RECORDS]-(n:Entry)
  WITH DISTINCT n.id + '#' + toString(k.start) + '-' + toString(k.end) AS words
  ORDER BY words
  RETURN collect(words) AS evidence
}
RETURN e.date AS date, o.name AS name, CASE WHEN step > 0 THEN step END AS step, e.outcome AS outcome, by_whom, people, e.standing AS standing,
       e.reason AS reason, o.id AS organisation, persons, e.id AS event, evidence
ORDER BY date, name, event, organisation
