// title: Month
// learns: The month of an act; where none is told, of the first entry that tells it.
MATCH (e:Event)
WHERE coalesce(e.date, e.reported) IS NOT NULL
WITH e.id AS thing, substring(coalesce(e.date, e.reported), 0, 7) AS value
RETURN thing, value AS key, value
ORDER BY thing
