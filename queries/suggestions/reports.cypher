// Reports, the latest first.
MATCH (t:Report)
RETURN t.id AS value, t.title AS caption
ORDER BY t.period_start DESC, value
LIMIT 50
