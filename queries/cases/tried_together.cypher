// title: Tried together
// learns: Which people were in the same hearing or verdict, before which court, and whether they were on trial as persecuted or as accused of abuse.
// reading: >-
//   A row is two people in one case, against both of whom a step of one kind was taken on one day. "On trial as" is their part
//   in the case: target, or perpetrator where they are accused of abuse. "People in one hearing" is the largest number of
//   people in one step of the case. "Before" lists the courts that the entries name.
// limits: >-
//   Two people whose hearings are told on different days, never together, are not here even if they were tried together.
//   --role target leaves accused officers out.
// view: network
// network: {lines: [{from: first, to: second}]}
// parameters:
//   role: {type: string, default: "", about: "Only pairs who are both on trial as target, or as perpetrator"}
//   most: {type: integer, default: 300, cuts: true, about: "How many pairs at most, from the hearings with most people first"}
// columns:
//   first_name: {label: who, priority: 1}
//   second_name: {label: with whom, priority: 1}
//   roles: {label: on trial as, priority: 1}
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
//       roles: ["target"]
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
MATCH (c:Case)<-[:IN_CASE]-(e:Event)<-[r:INVOLVED_IN]-(p:Person)
WHERE e.type IN ['trial', 'sentence', 'appeal', 'remand'] AND r.role = 'to' AND e.date IS NOT NULL
// One hearing or verdict may be told in several sentences, so as several acts.
WITH c, e.type AS type, e.date AS date, count(DISTINCT p) AS people
WHERE people > 1
WITH c, type, date, people
WHERE $filtered = false OR EXISTS { MATCH (c)<-[:IN_CASE]-(e:Event)<-[r:INVOLVED_IN]-(:Person)
                                    WHERE e.type = type AND e.date = date AND r.role = 'to' /* filter: act e */ }
WITH c, max(people) AS together, min(date) AS earliest
WHERE $role = '' OR EXISTS { MATCH (c)<-[party:PARTY_TO]-(:Person) WHERE party.role = $role }
WITH c, together, earliest
ORDER BY together DESC, earliest, c.id
// Every case has at least one pair, so this many cases are enough for $most pairs.
LIMIT $most
MATCH (c)<-[:IN_CASE]-(e:Event)<-[ra:INVOLVED_IN]-(a:Person)
WHERE ra.role = 'to' AND e.type IN ['trial', 'sentence', 'appeal', 'remand']
MATCH (c)<-[:IN_CASE]-(f:Event)<-[rb:INVOLVED_IN]-(b:Person)
WHERE rb.role = 'to' AND f.type = e.type AND f.date = e.date AND a.id < b.id /* filter: act e|f, person a|b */
WITH DISTINCT c, together, earliest, a, b
WHERE $role = '' OR EXISTS { MATCH (c)<-[party:PARTY_TO]-(p:Person) WHERE p.id IN [a.id, b.id] AND party.role = $role }
WITH c, together, earliest, a, b
ORDER BY together DESC, earliest, c.id, a.name, b.name, a.id, b.id
LIMIT $most
// Words and courts are gathered for the pairs that are left alone.
CALL (c, a, b) {
  MATCH (a)-[ra:INVOLVED_IN]->(e:Event)-[:IN_CASE]->(in:Case)
  WHERE ra.role = 'to' AND e.type IN ['trial', 'sentence', 'appeal', 'remand'] AND in.id = c.id
  MATCH (b)-[rb:INVOLVED_IN]->(f:Event)-[:IN_CASE]->(same:Case)
  WHERE rb.role = 'to' AND f.type = e.type AND f.date = e.date AND same.id = c.id /* filter: act e|f, person a|b */
  OPTIONAL MATCH (e)<-[:INVOLVED_IN]-(court:Court)
  UNWIND [i IN range(0, size(ra.entries) - 1) | ra.entries[i] + '#' + ra.spans[i]]
         + [i IN range(0, size(rb.entries) - 1) | rb.entries[i] + '#' + rb.spans[i]] AS words
  WITH e.type AS type, e.date AS date, court.name AS court, words
  ORDER BY date, type, court, words
  RETURN collect(DISTINCT type) AS steps, collect(DISTINCT court) AS courts, min(date) AS since,
         collect(DISTINCT words) AS evidence
}
CALL (c, a, b) {
  MATCH (c)<-[party:PARTY_TO]-(p:Person)
  WHERE p.id IN [a.id, b.id] AND party.role IN ['target', 'perpetrator']
  WITH DISTINCT party.role AS role
  ORDER BY role
  RETURN collect(role) AS roles
}
RETURN a.name AS first_name, b.name AS second_name, roles, steps, courts, since, together, c.id AS case, a.id AS first,
       b.id AS second, evidence
ORDER BY together DESC, earliest, case, first_name, second_name, first, second
