// title: Acts on one source
// learns: Which acts against people rest on one publisher alone, and on which.
// reading: >-
//   A row is one act that all entries take from one publisher, or from none that they name. "Entries" counts the entries that
//   tell of it.
// limits: >-
//   Two publishers may repeat one message. A second source that the reports do not cite is not known.
// parameters:
//   most: {type: integer, default: 200, cuts: true, about: "How many acts at most, the latest first"}
// columns:
//   date: {label: "on", priority: 1}
//   what: {label: what, priority: 1}
//   names: {label: against, priority: 1}
//   publisher: {label: publisher, priority: 1}
//   entries: {label: entries, priority: 2}
//   standing: {label: standing, priority: 2}
//   event: Event.id
//   people: Person.id
// example:
//   rows:
//     - {date: "2031-04-30", what: "trial", names: ["Talidora Ilvane"], publisher: "news.example"}
//     - {date: "2031-04-30", what: "due_process", names: ["Talidora Ilvane"], publisher: "news.example"}
//     - {date: "2031-04-29", what: "dismissal", names: ["Brasuvela Oumela"], publisher: "video.example"}
MATCH (e:Event)
WHERE e.people_targeted > 0 AND e.publishers < 2 /* filter: act e */
  AND ($filtered = false OR EXISTS { MATCH (e)<-[i:INVOLVED_IN]-(p:Person)
                                     WHERE i.against = true /* filter: person p */ })
WITH e
ORDER BY e.date DESC, e.id
LIMIT $most
CALL (e) {
  MATCH (e)<-[:RECORDS]-(n:Entry)
  OPTIONAL MATCH (n)-[:CITES]->(s:Source)
  RETURN count(DISTINCT n) AS entries, min(s.publisher) AS publisher
}
CALL (e) {
  MATCH (e)<-[i:INVOLVED_IN]-(p:Person)
  WHERE i.against = true
  WITH DISTINCT p.name AS name, p.id AS person
  ORDER BY name, person
  RETURN collect(DISTINCT name) AS names, collect(person) AS people
}
CALL (e) {
  MATCH (e)<-[i:INVOLVED_IN]-(p:Person)
  WHERE i.against = true
  UNWIND range(0, size(i.entries) - 1) AS k
  WITH DISTINCT i.entries[k] + '#' + i.spans[k] AS words
  ORDER BY words
  RETURN collect(words) AS evidence
}
RETURN e.date AS date, e.type AS what, names, publisher, entries, e.standing AS standing, e.id AS event, people, evidence
ORDER BY date DESC, event
