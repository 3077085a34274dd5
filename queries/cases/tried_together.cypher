// title: Tried together
// learns: Which people were in the same hearing or verdict, according to one entry, and before which court.
// parameters:
//   most: {type: integer, default: 300, cuts: true, about: "How many pairs at most, from the hearings with most people first"}
// columns: {case: Case.id, first: Person.id, second: Person.id}
MATCH (e:Event)<-[r:INVOLVED_IN]-(p:Person)
WHERE e.type IN ['trial', 'sentence', 'appeal', 'remand'] AND r.role = 'to'
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
  WHERE ra.role = 'to' AND rb.role = 'to' AND a.id < b.id
  OPTIONAL MATCH (e)<-[:INVOLVED_IN]-(court:Court)
  WITH a, b, e.type AS type, e.date AS date, court.name AS court
  ORDER BY date, type, court
  RETURN a, b, collect(DISTINCT type) AS steps, collect(DISTINCT court) AS courts, min(date) AS since
}
RETURN a.name AS first_name, b.name AS second_name, steps, courts, since, together, c.id AS case, a.id AS first,
       b.id AS second
ORDER BY together DESC, earliest, case, first_name, second_name, first, second
LIMIT $most
