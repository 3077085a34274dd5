// title: Family members
// learns: Whose relatives the reports name, and which of the two were targeted, on how many days.
// reading: >-
//   A row is one tie of kin that the words of an entry make: "who" is the father, mother or other relative of "of whom". The
//   numbers are the days with an act against each.
// limits: >-
//   Relatives without a name are not here. A shared family name makes no tie.
// view: network
// network: {lines: [{from: person, to: other}]}
// columns:
//   name: {label: who, priority: 1}
//   kind: {label: is the, priority: 1}
//   other_name: {label: of whom, priority: 1}
//   on_days: {label: on days, priority: 1}
//   acts: {label: acts against the first, priority: 2}
//   other_on_days: {label: the other on days, priority: 2}
//   person: Person.id
//   other: Person.id
// example:
//   rows:
//     - {name: "Elvuvela Wenna", kind: "daughter", other_name: "Elvuvel Galmo"}
//     - {name: "Hollevanta Ashmi", kind: "wife", other_name: "Hollevant R."}
//     - {name: "Talidora Mareth", kind: "mother", other_name: "Talidora Ilvane"}
MATCH (a:Person)-[r:RELATED_TO]->(b:Person)
WHERE a.id <> b.id /* filter: person a|b, tie r */
CALL (a) {
  MATCH (a)-[v:INVOLVED_IN]->(e:Event)
  WHERE v.against = true
  WITH DISTINCT e.type + coalesce(' (' + e.standing + ')', '') AS act
  ORDER BY act
  RETURN collect(act) AS acts
}
RETURN a.name AS name, r.kind AS kind, b.name AS other_name, a.days_targeted AS on_days, acts,
       b.days_targeted AS other_on_days, a.id AS person, b.id AS other,
       [i IN range(0, size(r.entries) - 1) | r.entries[i] + '#' + r.spans[i]] AS evidence
ORDER BY on_days DESC, other_on_days DESC, name, kind, other_name, person, other
