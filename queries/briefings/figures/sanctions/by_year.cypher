// title: Year
// learns: The year of a sanction; where none is told, of the first entry that tells it.
MATCH (s:Sanction)<-[:RECORDS]-(n:Entry)
WITH s, min(n.date) AS told
WITH s.id AS thing, coalesce(s.date, told) AS day
WHERE day IS NOT NULL
WITH thing, substring(day, 0, 4) AS value
RETURN thing, value AS key, value
ORDER BY thing
