// title: People of reports
// learns: Whom the reports $reports name, or tell an act, charge, sanction or custody of.
UNWIND $reports AS id
MATCH (t:Report)<-[:IN_REPORT]-(n:Entry)-[:MENTIONS]->(p:Person)
WHERE t.id = id
RETURN p.id AS person
UNION
UNWIND $reports AS id
MATCH (t:Report)<-[:IN_REPORT]-(n:Entry)-[:RECORDS]->(x:Event|Charge|Sanction|Stay)
      <-[:INVOLVED_IN|FACES|RECEIVED|IN_CUSTODY]-(p:Person)
WHERE t.id = id
RETURN p.id AS person
