// title: Kind of sanction
// learns: The kind of a sanction, such as fine or imprisonment.
MATCH (s:Sanction)
RETURN s.id AS thing, s.kind AS key, s.kind AS value
ORDER BY thing
