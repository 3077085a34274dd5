// title: Month
// learns: The month of the first entry that tells a charge.
MATCH (c:Charge)
WHERE c.first_seen IS NOT NULL
WITH c.id AS thing, substring(c.first_seen, 0, 7) AS value
RETURN thing, value AS key, value
ORDER BY thing
