// The period of every report, and its series.
MATCH (r:Report)
WHERE r.period_start IS NOT NULL AND r.period_end IS NOT NULL
RETURN coalesce(r.series, '') AS series, r.period_start AS first, r.period_end AS last
ORDER BY series, first, last
