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
MATCH (n:Entry)-[k:RECORDS]->(e:Event)
WHERE e.type = 'due_process' /* filter: act e */
WITH e, n.id + '#' + toString(k.start) + '-' + toString(k.end) AS words
OPTIONAL MATCH (e)<-[b:INVOLVED_IN]-(direct:Court)
WHERE b.role = 'by'
OPTIONAL MATCH (e)-[:IN_CASE]->(:Case)-[:BEFORE]->(heard:Court)
WITH e, words, coalesce(direct, heard) AS court
OPTIONAL MATCH (e)<-[r:INVOLVED_IN]-(p:Person)
WHERE r.role = 'to'
WITH court.id AS court, court.name AS court_name, left(e.date, 4) AS year, e.account_of AS account,
     coalesce(e.standing, 'stated') AS standing, p.name AS name, p.id AS person, words
ORDER BY standing, name, person, words
WITH court, court_name, year, count(DISTINCT account) AS times,
     collect(DISTINCT standing) AS standings, collect(DISTINCT name) AS names, collect(DISTINCT person) AS people,
     collect(DISTINCT words) AS evidence
CALL (court) {
  MATCH (c:Court)-[:LOCATED_IN]->(l:Place)
  WHERE c.id = court
  RETURN min(l.name) AS place
}
RETURN court_name, place, year, times, names, standings, court, people, evidence
ORDER BY times DESC, court_name, year, court
