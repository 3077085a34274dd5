// title: Sanctions
// learns: The sanctions; a sum that several pay together is one.
MATCH (s:Sanction)
WHERE s.id <> '' /* filter: sanction s */
RETURN s.id AS thing, s.account_of AS account, CASE s.status WHEN 'requested' THEN 'requested' ELSE 'stated' END AS standing,
       s.count AS unnamed
ORDER BY thing
