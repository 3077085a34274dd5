// title: Occupation
// learns: How the words describe somebody, such as journalist.
MATCH (p:Person)
UNWIND p.occupations AS occupation
WITH DISTINCT p.id AS thing, toLower(occupation) AS value
RETURN thing, value AS key, value
ORDER BY thing, key
