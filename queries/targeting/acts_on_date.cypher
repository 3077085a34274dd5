// title: What happened on a date
// learns: To whom something was done on one day, where and by whom, named and unnamed.
// reading: >-
//   A row is one act. "Unnamed" is the number that the text gives of people whom it does not name; it may count the
//   named too. Acts that are dated by their month only are not of a day.
// limits: >-
//   Where a text says "several" or "dozens", no number is known.
// parameters:
//   date: {type: date, about: "The day, such as 2023-06-08", suggest: fullest_day}
//   type: {type: string, default: "detention", about: "The kind of act, such as detention or assembly_refusal"}
// columns:
//   what: {label: what, priority: 1}
//   names: {label: who, priority: 1}
//   count: {label: unnamed, priority: 1}
//   place: {label: where, priority: 1}
//   by_whom: {label: by, priority: 2}
//   standing: {label: standing, priority: 2}
//   event: Event.id
//   people: Person.id
// example:
//   given: {date: "2031-04-20"}
//   rows:
//     - {what: "detention", names: ["Gavinuvel Th"], place: "Marenth"}
//     - {what: "detention", names: ["Ombreth Jorvan"], place: "Marenth"}
//     - {what: "detention", names: ["Ashmidor B.L.", "Dorevanta Nerisse", "Sathuvela Perrith"], place: "Pessarin"}
MATCH (e:Event)
WHERE e.date = $date AND e.type = $type /* filter: act e */
WITH e
MATCH (e)<-[k:RECORDS]-(n:Entry)
OPTIONAL MATCH (n)-[:LOCATED_IN]->(l:Place)
WITH e, l.name AS place, n.id + '#' + toString(k.start) + '-' + toString(k.end) AS words
ORDER BY words
WITH e, min(place) AS place, collect(DISTINCT words) AS evidence
CALL (e) {
  MATCH (e)<-[r:INVOLVED_IN]-(p:Person)
  WHERE r.role = 'to'
  WITH DISTINCT p.name AS name, p.id AS person
  ORDER BY name, person
  RETURN collect(name) AS names, collect(person) AS people
}
CALL (e) {
  MATCH (e)<-[r:INVOLVED_IN]-(b:Court|Organisation|Facility|Person)
  WHERE r.role = 'by'
  WITH DISTINCT b.name AS name
  ORDER BY name
  RETURN collect(name) AS by_whom
}
RETURN e.type AS what, names, e.count AS count, place, by_whom, e.standing AS standing, e.id AS event, people, evidence
ORDER BY place, names, event
