// title: How two people are connected
// learns: The shortest paths from one person to another through acts, cases, bodies and kin; being mentioned together does not count.
// parameters:
//   person: {type: Person, about: "One person, by name or id", suggest: connected_people}
//   other: {type: Person, about: "The other person, by name or id", suggest: connected_to}
// columns: {through: Person.id, acts: Event.id}
MATCH way = allShortestPaths(
  (a:Person)-[:AFFILIATED_WITH|INVOLVED_IN|IN_CASE|PARTY_TO|RELATED_TO|REPRESENTS*..6]-(b:Person))
WHERE a.id = $person AND b.id = $other AND a.id <> b.id
WITH [n IN nodes(way) | coalesce(n.name, n.title, n.type + coalesce(' (' + n.standing + ')', ''))] AS steps,
     [r IN relationships(way) | type(r)] AS ties,
     [n IN nodes(way) WHERE n:Person | n.id] AS through,
     [n IN nodes(way) WHERE n:Event | n.id] AS acts
RETURN size(ties) AS length, steps, ties, through, acts
ORDER BY length, steps, ties, through, acts
LIMIT 50
