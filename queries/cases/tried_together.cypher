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
MATCH (e:Event)
WHERE e.type IN ['trial', 'sentence', 'appeal', 'remand'] AND e.date IS NOT NULL
WITH e
MATCH (e)-[:IN_CASE]->(c:Case)
MATCH (e)<-[r:INVOLVED_IN]-(p:Person)
WHERE r.role = 'to'
WITH c, e.date + ' ' + e.type AS step, count(DISTINCT p) AS people
WHERE people > 1
WITH c, step, people
WHERE $filtered = false OR EXISTS { MATCH (c)<-[:IN_CASE]-(e:Event)<-[r:INVOLVED_IN]-(:Person)
                                    WHERE e.date + ' ' + e.type = step AND r.role = 'to' /* filter: act e */ }
WITH c, max(people) AS together, min(step) AS first
WITH c, together, split(first, ' ')[0] AS earliest
WHERE $role = '' OR EXISTS { MATCH (c)<-[party:PARTY_TO]-(:Person) WHERE party.role = $role }
WITH c, together, earliest
ORDER BY together DESC, earliest, c.id
LIMIT $most
MATCH (c)<-[:IN_CASE]-(e:Event)
WHERE e.type IN ['trial', 'sentence', 'appeal', 'remand']
WITH c, together, earliest, e
MATCH (c)<-[:IN_CASE]-(f:Event)
WHERE f.type = e.type AND f.date = e.date /* filter: act e|f */
MATCH (e)<-[ra:INVOLVED_IN]-(a:Person)
WHERE ra.role = 'to'
MATCH (f)<-[rb:INVOLVED_IN]-(b:Person)
WHERE rb.role = 'to' AND a.id < b.id /* filter: person a|b */
WITH DISTINCT c, together, earliest, a, b
WHERE $role = '' OR EXISTS { MATCH (c)<-[party:PARTY_TO]-(p:Person) WHERE p.id IN [a.id, b.id] AND party.role = $role }
WITH c, together, earliest, a, b, a.name AS one_name, b.name AS other_name
ORDER BY together DESC, earliest, c.id, one_name, other_name, a.id, b.id
LIMIT $most
CALL (c, a, b) {
  MATCH (c)<-[:IN_CASE]-(e:Event)
  WHERE e.type IN ['trial', 'sentence', 'appeal', 'remand']
    AND EXISTS { MATCH (e)<-[ra:INVOLVED_IN]-(one:Person) WHERE ra.role = 'to' AND one.id = a.id }
  MATCH (c)<-[:IN_CASE]-(f:Event)
  WHERE f.type = e.type AND f.date = e.date /* filter: act e|f */
    AND EXISTS { MATCH (f)<-[rb:INVOLVED_IN]-(other:Person) WHERE rb.role = 'to' AND other.id = b.id }
  OPTIONAL MATCH (e)<-[:INVOLVED_IN]-(court:Court)
  WITH DISTINCT e.type AS type, e.date AS date, court.name AS court
  ORDER BY date, type, court
  RETURN collect(DISTINCT type) AS steps, collect(DISTINCT court) AS courts, min(date) AS since
}
CALL (c, a, b) {
  MATCH (c)<-[party:PARTY_TO]-(p:Person)
  WHERE p.id IN [a.id, b.id] AND party.role IN ['target', 'perpetrator']
  WITH DISTINCT party.role AS role
  ORDER BY role
  RETURN collect(role) AS roles
}
CALL (c, a, b) {
  MATCH (c)<-[:IN_CASE]-(e:Event)
  WHERE e.type IN ['trial', 'sentence', 'appeal', 'remand']
  MATCH (c)<-[:IN_CASE]-(f:Event)
  WHERE f.type = e.type AND f.date = e.date /* filter: act e|f */
  MATCH (e)<-[ra:INVOLVED_IN]-(one:Person)
  WHERE ra.role = 'to' AND one.id = a.id
  MATCH (f)<-[rb:INVOLVED_IN]-(other:Person)
  WHERE rb.role = 'to' AND other.id = b.id
  UNWIND [i IN range(0, size(ra.entries) - 1) | ra.entries[i] + '#' + ra.spans[i]]
         + [i IN range(0, size(rb.entries) - 1) | rb.entries[i] + '#' + rb.spans[i]] AS words
  WITH DISTINCT words
  ORDER BY words
  RETURN collect(words) AS evidence
}
RETURN a.name AS first_name, b.name AS second_name, roles, steps, courts, since, together, c.id AS case, a.id AS first,
       b.id AS second, evidence
ORDER BY together DESC, earliest, case, first_name, second_name, first, second
