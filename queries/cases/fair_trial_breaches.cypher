// title: Fair trial breaches by court
// learns: Before which courts hearings were closed, lawyers or interpreters kept away, motions refused, how often and against whom.
// reading: >-
//   A row is one court in one year. "Times" counts such acts; --evidence shows in which words they are told. Where no court
//   is tied to the act, the court of its case stands instead; without either the row has none.
// limits: >-
//   Only what an entry tells as a breach; most hearings are told without saying how they went. A court whose town no entry
//   gives stays apart from the others of its name.
// view: matrix
// matrix: {down: [court_name, place], across: [year, standings], value: times}
// columns:
//   court_name: {label: court, priority: 1}
//   place: {label: place, priority: 2}
//   year: {label: year, priority: 1}
//   times: {label: times, priority: 1}
//   names: {label: against, priority: 1}
//   standings: {label: standing, priority: 2}
//   court: Court.id
//   people: Person.id
// example:
//   rows:
//     - {court_name: "Harbour district court", year: "2031", times: 2, names: ["Talidora Ilvane"]}
MATCH (e:Event)
WHERE e.type = 'due_process' /* filter: act e */
OPTIONAL MATCH (e)<-[b:INVOLVED_IN]-(direct:Court)
WHERE b.role = 'by'
OPTIONAL MATCH (e)-[:IN_CASE]->(:Case)-[:BEFORE]->(heard:Court)
WITH DISTINCT e, coalesce(direct, heard) AS court
WITH court, left(e.date, 4) AS year, count(DISTINCT e.account_of) AS times, collect(e) AS breaches
CALL (breaches) {
  UNWIND breaches AS e
  WITH e
  WITH DISTINCT coalesce(e.standing, 'stated') AS standing
  ORDER BY standing
  RETURN collect(standing) AS standings
}
CALL (breaches) {
  UNWIND breaches AS e
  WITH e
  MATCH (e)<-[r:INVOLVED_IN]-(p:Person)
  WHERE r.role = 'to'
  WITH DISTINCT p.name AS name, p.id AS person
  ORDER BY name, person
  RETURN collect(DISTINCT name) AS names, collect(person) AS people
}
CALL (court) {
  MATCH (c:Court)-[:LOCATED_IN]->(l:Place)
  WHERE c.id = court.id
  RETURN min(l.name) AS place
}
CALL (breaches) {
  UNWIND breaches AS e
  WITH e
  MATCH (e)<-[k:RECORDS]-(n:Entry)
  WITH DISTINCT n.id + '#' + toString(k.start) + '-' + toString(k.end) AS words
  ORDER BY words
  RETURN collect(words) AS evidence
}
RETURN court.name AS court_name, place, year, times, names, standings, court.id AS court, people, evidence
ORDER BY times DESC, court_name, year, court
