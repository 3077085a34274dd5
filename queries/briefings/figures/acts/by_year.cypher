// title: Year
// learns: The year of an act; where none is told, of the first entry that tells it.
MATCH (e:Event)
WHERE coalesce(e.date, e.reported) IS NOT NULL
WITH e.id AS thing, substring(coalesce(e.date, e.reported), 0, 4) AS value
RETURN thing, value AS key, value
ORDER BY thing
