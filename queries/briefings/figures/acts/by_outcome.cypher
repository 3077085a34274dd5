// title: Outcome
// learns: What came of an act, such as dismissed or upheld.
MATCH (e:Event)
WHERE e.outcome IS NOT NULL
RETURN e.id AS thing, e.outcome AS key, e.outcome AS value
ORDER BY thing
