// title: How two people are connected
// learns: The shortest paths from one person to another through acts, cases, bodies and kin; being mentioned together does not count.
// reading: >-
//   A row is one of the paths with the fewest steps. "Through" names the things on the way and "by" what ties each to the
//   next. shortest_paths puts rare links before big cases, counts days, bodies and provisions too, and dates each step.
// limits: >-
//   That there is no path in the reports does not mean that two people do not know each other. A path through one big case
//   says little.
// view: network
// network: {lines: [{from: through, to: acts}]}
// parameters:
//   person: {type: Person, about: "One person, by name or id", suggest: connected_people}
//   other: {type: Person, about: "The other person, by name or id", suggest: connected_to}
// columns:
//   length: {label: steps, priority: 2}
//   steps: {label: through, priority: 1}
//   ties: {label: by, priority: 3}
//   through: Person.id
//   acts: Event.id
// example:
//   given: {person: "Gavinuvel Th", other: "Ombreth Jorvan"}
//   rows:
//     - length: 2
//       steps: ["Gavinuvel Th", "Proceeding, Ombreth Jorvan and Gavinuvel Th, Marenth, 2031-04-20", "Ombreth Jorvan"]
//       ties: ["PARTY_TO", "PARTY_TO"]
//     - length: 2
//       steps: ["Gavinuvel Th", "Registration, Open Sky, Marenth, 2031-03-06", "Ombreth Jorvan"]
//       ties: ["PARTY_TO", "PARTY_TO"]
//     - {length: 2, steps: ["Gavinuvel Th", "assembly_refusal", "Ombreth Jorvan"], ties: ["INVOLVED_IN", "INVOLVED_IN"]}
MATCH way = allShortestPaths(
  (a:Person)-[:AFFILIATED_WITH|INVOLVED_IN|IN_CASE|PARTY_TO|RELATED_TO|REPRESENTS*..6]-(b:Person))
WHERE a.id = $person AND b.id = $other AND a.id <> b.id
WITH [n IN nodes(way) | coalesce(n.name, n.title, n.type + coalesce(' (' + n.standing + ')', ''))] AS steps,
     [r IN relationships(way) | type(r)] AS ties,
     [n IN nodes(way) WHERE n:Person | n.id] AS through,
     [n IN nodes(way) WHERE n:Event | n.id] AS acts,
     [r IN relationships(way) | r.entries[0] + '#' + r.spans[0]] AS evidence
RETURN size(ties) AS length, steps, ties, through, acts, evidence
ORDER BY length, steps, ties, through, acts, evidence
LIMIT 50
