// title: Standing
// learns: Whether a sanction is stated (imposed) or requested.
MATCH (s:Sanction)
WITH s.id AS thing, CASE s.status WHEN 'requested' THEN 'requested' ELSE 'stated' END AS value
RETURN thing, value AS key, value
ORDER BY thing
