// The series that there are.
MATCH (r:Report)
RETURN DISTINCT coalesce(r.series, '') AS series
ORDER BY series
