// title: Month
// learns: The month of an entry.
MATCH (n:Entry)
WHERE n.date IS NOT NULL
WITH n.id AS thing, substring(n.date, 0, 7) AS value
RETURN thing, value AS key, value
ORDER BY thing
