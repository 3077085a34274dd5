// title: Torture, isolation and conditions by facility
// learns: Where torture, isolation and bad conditions are reported, in which year, how often, and with which standing.
// reading: >-
//   A row is one kind of act in one facility in one year: torture, isolation, other conditions. Isolation is what the words
//   of --isolation tell. "Stated", "alleged", "found" say how the entries put it. Where an entry names no facility, the place
//   of the entry stands instead.
// limits: >-
//   Few complaints may mean that nobody could complain. Facilities that no entry names are under their town.
// view: matrix
// matrix: {down: facility_name, across: [what, standings], value: times}
// parameters:
//   isolation: {type: string, default: "isolation, solitary, punishment cell, disciplinary cell, penal cell", about: "Words for isolation, with commas"}
//   most: {type: integer, default: 300, cuts: true, about: "How many rows at most, those with most acts first"}
// columns:
//   facility_name: {label: at, priority: 1}
//   place: {label: place, priority: 1}
//   year: {label: year, priority: 1}
//   what: {label: what, priority: 1}
//   times: {label: times, priority: 1}
//   standings: {label: standing, priority: 1}
//   names: {label: who, priority: 2}
//   facility: Facility.id
//   people: Person.id
// example:
//   rows:
//     - {facility_name: "OL-22/7", year: "2031", what: "torture", times: 3, standings: ["alleged"]}
//     - {facility_name: "QR-118/9", year: "2031", what: "isolation", times: 1, standings: ["stated"], names: ["Korvidor Shemar"]}
//     - {facility_name: "QR-118/9", year: "2031", what: "prison_conditions", times: 1, standings: ["alleged"]}
MATCH (e:Event)
WHERE e.type IN ['torture', 'prison_conditions'] /* filter: act e */
MATCH (n:Entry)-[k:RECORDS]->(e)
WITH n, k, e, toLower(substring(n.text, k.start, k.end - k.start + 80)) AS said
WITH n, k, e, CASE WHEN e.type = 'prison_conditions' AND any(word IN split(toLower($isolation), ', ') WHERE said CONTAINS word)
                   THEN 'isolation' ELSE e.type END AS what
OPTIONAL MATCH (e)-[:AT]->(f:Facility)
OPTIONAL MATCH (e)<-[r:INVOLVED_IN]-(p:Person)
WHERE r.role = 'to'
OPTIONAL MATCH (f)-[:LOCATED_IN]->(own:Place)
OPTIONAL MATCH (n)-[:LOCATED_IN]->(l:Place)
WITH f.name AS facility_name, f.id AS facility, coalesce(own.name, l.name) AS place, CASE WHEN f IS NULL THEN l.name END AS town,
     left(e.date, 4) AS year, what, e.account_of AS account, coalesce(e.standing, 'stated') AS standing,
     p.name AS name, p.id AS person, n.id + '#' + toString(k.start) + '-' + toString(k.end) AS words
ORDER BY standing, name, person, words
WITH facility_name, facility, town, year, what, min(place) AS place, count(DISTINCT account) AS times,
     collect(DISTINCT standing) AS standings, collect(DISTINCT name) AS names, collect(DISTINCT person) AS people,
     collect(DISTINCT words) AS evidence
ORDER BY times DESC, facility_name, place, year, what, facility, town
LIMIT $most
RETURN facility_name, place, year, what, times, standings, names, facility, people, evidence
ORDER BY times DESC, facility_name, place, year, what, facility, town
