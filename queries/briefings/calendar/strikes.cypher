// title: Hunger strikes
// learns: The entries that tell a hunger strike, with the words of each for it.
MATCH (e:Event)<-[k:RECORDS]-(n:Entry)-[:IN_REPORT]->(t:Report)
WHERE e.type = 'hunger_strike' AND coalesce(e.standing, '') <> 'denied' /* filter: act e */
CALL (e) {
  MATCH (e)<-[r:INVOLVED_IN]-(p:Person)
  WHERE r.role = 'to'
  WITH DISTINCT p.name AS name, p.id AS person
  ORDER BY name, person
  RETURN collect(name) AS names, collect(person) AS people
}
RETURN e.id AS fact, e.count AS unnamed, names, people, coalesce(n.date, t.period_end) AS day, k.day_number AS day_number,
       substring(n.text, k.start, k.end - k.start) AS words,
       n.id + '#' + toString(k.start) + '-' + toString(k.end) AS place
ORDER BY fact, day, place
