// title: Charges
// learns: Who faces which provision, and whether as one accused of what was done to others.
MATCH (p:Person)-[r:FACES]->(c:Charge)-[:UNDER]->(v:Provision)
WHERE c.id <> '' /* filter: charge c, person p */
CALL (c) {
  MATCH (c)<-[k:RECORDS]-(n:Entry)
  WITH DISTINCT n.id + '#' + toString(k.start) + '-' + toString(k.end) AS place
  ORDER BY place
  RETURN collect(place) AS evidence
}
RETURN p.id AS person, p.name AS name, c.id AS fact, v.id AS provision, c.first_seen AS day,
       r.role = 'perpetrator' AS accused, evidence
