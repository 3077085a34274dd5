// title: Lengths of terms
// learns: Who received a sanction of which length, and from when. It is the least that tells when a term ends.
MATCH (p:Person)-[:RECEIVED]->(s:Sanction)
WHERE s.status = 'imposed' /* filter: sanction s, person p */
RETURN p.id AS person, s.id AS fact, s.account_of AS account, s.kind AS kind, s.date AS start,
       coalesce(s.duration_max, s.duration) AS duration, s.until AS until
