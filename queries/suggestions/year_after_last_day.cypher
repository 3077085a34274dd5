// A year after the day of the latest entry.
MATCH (n:Entry)
WHERE n.date IS NOT NULL AND size(n.date) = 10
WITH max(n.date) AS day
RETURN toString(date(day) + duration('P1Y')) AS value, toString(date(day) + duration('P1Y')) AS caption
