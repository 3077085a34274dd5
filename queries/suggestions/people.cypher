// People, those targeted on most days first.
MATCH (p:Person)
WHERE p.days_targeted > 0
RETURN p.id AS value, p.name AS caption, p.days_targeted AS days
ORDER BY days DESC, value
LIMIT 50
