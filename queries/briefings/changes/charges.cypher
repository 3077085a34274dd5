// title: Charges
// learns: Which provisions the people $people face, and whether as accused of what was done to others.
UNWIND $people AS id
MATCH (p:Person)-[r:FACES]->(c:Charge)-[:UNDER]->(v:Provision)
WHERE p.id = id /* filter: charge c, person p */
CALL (c) {
  MATCH (c)<-[k:RECORDS]-(n:Entry)
  WITH DISTINCT n.id + '#' + toString(k.start) + '-' + toString(k.end) AS place
  ORDER BY place
  RETURN collect(place) AS evidence
}
RETURN p.id AS person, p.name AS name, c.id AS fact, v.id AS provision, c.first_seen AS day,
       r.role = 'perpetrator' AS accused, evidence
