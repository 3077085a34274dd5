// title: Newsrooms attacked
// learns: What was done to newsrooms and to the people who work for them, when, by whom, and with which standing.
// reading: >-
//   A row is one act. "Against" is the newsroom itself, or the person whom the words of an entry tie to it.
// limits: >-
//   Journalists whose newsroom no entry names are not here: lawyers_and_journalists has them. A newsroom counts where the
//   reports' words show that it is one.
// view: timeline
// timeline: {lane: newsroom, acts: event}
// parameters:
//   most: {type: integer, default: 300, cuts: true, about: "How many acts at most, the latest first"}
// columns:
//   date: {label: "on", priority: 1}
//   newsroom: {label: newsroom, priority: 1}
//   what: {label: what, priority: 1}
//   against: {label: against, priority: 1}
//   by_whom: {label: by, priority: 2}
//   standing: {label: standing, priority: 2}
//   outcome: {label: outcome, priority: 3}
//   organisation: Organisation.id
//   event: Event.id
//   people: Person.id
// example:
//   given: {to: "2031-03-31"}
//   rows:
//     - {date: "2031-03-31", newsroom: "Morning Quay", what: "attack", against: ["Morning Quay"]}
//     - {date: "2031-03-14", newsroom: "Kettle", what: "media_restriction", against: ["Kettle"]}
MATCH (o:Organisation)
WHERE o.kind = 'media'
CALL (o) {
  MATCH (o)-[r:INVOLVED_IN]->(e:Event)
  WHERE r.role = 'to' AND NOT e.type IN ['statement', 'complaint', 'release', 'protest'] /* filter: act e */
  RETURN e
  UNION
  MATCH (o)<-[:AFFILIATED_WITH]-(:Person)-[r:INVOLVED_IN]->(e:Event)
  WHERE r.against = true /* filter: act e */
  RETURN e
}
WITH o, e
ORDER BY e.date DESC, o.name, e.type, e.id, o.id
LIMIT $most
CALL (o, e) {
  MATCH (e)<-[r:INVOLVED_IN]-(x:Person|Organisation)
  WHERE r.role = 'to'
  UNWIND range(0, size(r.entries) - 1) AS i
  WITH x, r.entries[i] + '#' + r.spans[i] AS words
  WHERE x.id = o.id OR EXISTS { MATCH (x)-[:AFFILIATED_WITH]->(own:Organisation) WHERE own.id = o.id }
  WITH x.name AS name, CASE WHEN x:Person THEN x.id END AS person, words
  ORDER BY name, person, words
  RETURN collect(DISTINCT name) AS against, collect(DISTINCT person) AS people, collect(DISTINCT words) AS evidence
}
CALL (e) {
  MATCH (e)<-[r:INVOLVED_IN]-(b:Court|Organisation|Facility|Person)
  WHERE r.role = 'by'
  WITH DISTINCT b.name AS name
  ORDER BY name
  RETURN collect(name) AS by_whom
}
RETURN e.date AS date, o.name AS newsroom, e.type AS what, against, by_whom, e.standing AS standing,
       e.outcome AS outcome, o.id AS organisation, e.id AS event, people, evidence
ORDER BY date DESC, newsroom, what, event, organisation
