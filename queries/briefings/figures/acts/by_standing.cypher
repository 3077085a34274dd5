// title: Standing
// learns: Whether an act is stated, alleged, denied or found.
MATCH (e:Event)
RETURN e.id AS thing, coalesce(e.standing, 'stated') AS key, coalesce(e.standing, 'stated') AS value
ORDER BY thing
