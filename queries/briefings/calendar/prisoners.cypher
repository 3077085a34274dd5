// title: Prisoners named in a time
// learns: Who was ever in prison or told to be in a facility, of those whom an entry after $after and up to $on names.
MATCH (n:Entry)
WHERE n.date IS NULL OR (n.date > $after AND n.date <= $on)
MATCH (n)-[:IN_REPORT]->(t:Report)
WITH n, coalesce(n.date, t.period_end) AS told
WHERE told > $after AND told <= $on
MATCH (n)-[:MENTIONS]->(p:Person)
WITH DISTINCT p
WHERE EXISTS { MATCH (p)-[:IN_CUSTODY]->(:Stay) }
   OR EXISTS { MATCH (p)-[:RECEIVED]->(s:Sanction) WHERE s.status = 'imposed' AND s.kind = 'imprisonment' }
RETURN p.id AS person
