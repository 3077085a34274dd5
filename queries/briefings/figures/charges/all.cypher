// title: Charges
// learns: The charges, with the number of people that the text counts and does not name.
MATCH (c:Charge)
WHERE c.id <> '' /* filter: charge c */
RETURN c.id AS thing, c.id AS account, 'stated' AS standing,
       CASE WHEN EXISTS { MATCH (c)<-[:FACES]-(:Person) } THEN null ELSE c.count END AS unnamed
ORDER BY thing
