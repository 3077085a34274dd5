// title: Replaced sanctions
// learns: The sanctions in whose place another stands.
MATCH (:Sanction)-[:REPLACES]->(s:Sanction)
RETURN DISTINCT s.id AS fact
ORDER BY fact
