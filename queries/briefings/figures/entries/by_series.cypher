// title: Series
// learns: The series of an entry's report.
MATCH (n:Entry)-[:IN_REPORT]->(t:Report)
WITH n.id AS thing, CASE coalesce(t.series, '') WHEN '' THEN 'the unnamed series' ELSE t.series END AS value
RETURN DISTINCT thing, value AS key, value
ORDER BY thing, key
