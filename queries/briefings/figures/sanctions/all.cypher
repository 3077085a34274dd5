// title: Sanctions
// learns: The sanctions; a sum that several must pay together is one. Those who are named are not among the unnamed.
MATCH (s:Sanction)
WHERE s.id <> '' /* filter: sanction s */
WITH s, COUNT { MATCH (s)<-[:RECEIVED]-(:Person) } AS named
RETURN s.id AS thing, s.account_of AS account, CASE s.status WHEN 'requested' THEN 'requested' ELSE 'stated' END AS standing,
       CASE WHEN s.count > named THEN s.count - named END AS unnamed
ORDER BY thing
