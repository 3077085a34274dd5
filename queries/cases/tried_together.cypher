// title: Tried together
// learns: Which people were in the same hearing or verdict, according to one entry, and before which court.
// reading: >-
//   A row is two people in one case. "People in one hearing" is the largest number of people in one hearing or verdict of the case. "Before"
//   lists the courts that the entries name.
// limits: >-
//   Two people whose hearings are told in different entries, never together, are not here even if they were tried
//   together. A case may be of accused officers: read the entries.
// view: network
// network: {lines: [{from: first, to: second}]}
// parameters:
//   most: {type: integer, default: 300, cuts: true, about: "How many pairs at most, from the hearings with most people first"}
// columns:
//   first_name: {label: who, priority: 1}
//   second_name: {label: with whom, priority: 1}
//   steps: {label: in, priority: 2}
//   courts: {label: before, priority: 2}
//   since: {label: first on, priority: 1}
//   together: {label: people in one hearing, priority: 3}
//   case: Case.id
//   first: Person.id
//   second: Person.id
// example:
//   rows:
//     - first_name: "Gavinuvel Th"
//       second_name: "Ombreth Jorvan"
//       steps: ["sentence"]
//       courts: ["Harbour district court"]
//       since: "2031-03-28"
//       together: 3
//     - first_name: "Gavinuvel Th"
//       second_name: "Perevanta Nerisse"
//       steps: ["sentence"]
//       courts: ["Harbour district court"]
//       since: "2031-03-28"
//       together: 3
//     - first_name: "Ombreth Jorvan"
//       second_name: "Perevanta Nerisse"
//       steps: ["sentence"]
//       courts: ["Harbour district court"]
//       since: "2031-03-28"
//       together: 3
MATCH (e:Event)<-[r:INVOLVED_IN]-(p:Person)
WHERE e.type IN ['trial', 'sentence', 'appeal', 'remand'] AND r.role = 'to' /* filter: act e */
WITH e, count(p) AS people
WHERE people > 1
MATCH (e)-[:IN_CASE]->(c:Case)
WITH c, max(people) AS together, min(e.date) AS earliest
ORDER BY together DESC, earliest, c.id
// Every case has at least one pair, so this many cases are enough for $most pairs.
LIMIT $most
CALL (c) {
  MATCH (c)<-[:IN_CASE]-(e:Event)
  WHERE e.type IN ['trial', 'sentence', 'appeal', 'remand']
  MATCH (e)<-[ra:INVOLVED_IN]-(a:Person)
  MATCH (e)<-[rb:INVOLVED_IN]-(b:Person)
  WHERE ra.role = 'to' AND rb.role = 'to' AND a.id < b.id /* filter: act e, person a|b */
  OPTIONAL MATCH (e)<-[:INVOLVED_IN]-(court:Court)
  UNWIND [i IN range(0, size(ra.entries) - 1) | ra.entries[i] + '#' + ra.spans[i]]
         + [i IN range(0, size(rb.entries) - 1) | rb.entries[i] + '#' + rb.spans[i]] AS words
  WITH a, b, e.type AS type, e.date AS date, court.name AS court, words
  ORDER BY date, type, court, words
  RETURN a, b, collect(DISTINCT type) AS steps, collect(DISTINCT court) AS courts, min(date) AS since,
         collect(DISTINCT words) AS evidence
}
RETURN a.name AS first_name, b.name AS second_name, steps, courts, since, together, c.id AS case, a.id AS first,
       b.id AS second, evidence
ORDER BY together DESC, earliest, case, first_name, second_name, first, second
LIMIT $most
