// title: Replaced sanctions
// learns: The sanctions in whose place another stands, and the day of the first that does, or of its first entry.
MATCH (a:Sanction)-[:REPLACES]->(s:Sanction)
MATCH (a)<-[:RECORDS]-(n:Entry)
WITH s, a, min(n.date) AS told
WITH s, coalesce(a.date, told) AS day
RETURN s.id AS fact, min(day) AS day
ORDER BY fact
