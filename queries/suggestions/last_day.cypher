// The day of the latest entry.
MATCH (n:Entry)
WHERE n.date IS NOT NULL
RETURN max(n.date) AS value, max(n.date) AS caption
