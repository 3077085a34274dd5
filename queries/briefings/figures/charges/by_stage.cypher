// title: Stage
// learns: The last stage that a charge has reached, such as tried or convicted.
MATCH (c:Charge)
WHERE c.stage IS NOT NULL
RETURN c.id AS thing, c.stage AS key, c.stage AS value
ORDER BY thing
