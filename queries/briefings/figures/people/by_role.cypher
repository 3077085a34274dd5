// title: Role
// learns: The roles that the words give somebody in any entry, such as target or lawyer.
MATCH (p:Person)<-[m:MENTIONS]-(:Entry)
WHERE m.role IS NOT NULL
RETURN DISTINCT p.id AS thing, m.role AS key, m.role AS value
ORDER BY thing, key
