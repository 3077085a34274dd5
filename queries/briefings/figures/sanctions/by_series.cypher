// title: Series
// learns: The series of the reports that tell a sanction.
MATCH (x:Sanction)<-[:RECORDS]-(:Entry)-[:IN_REPORT]->(t:Report)
WITH x.id AS thing, CASE coalesce(t.series, '') WHEN '' THEN 'the unnamed series' ELSE t.series END AS value
RETURN DISTINCT thing, value AS key, value
ORDER BY thing, key
