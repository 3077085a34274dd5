// title: Accounts that disagree
// learns: Two accounts of one act or sanction, one at least told in the reports $reports, with the people, and what each says.
UNWIND $reports AS id
MATCH (t:Report)<-[:IN_REPORT]-(:Entry)-[:RECORDS]->(:Event|Sanction)-[k:CONTRADICTS]-(:Event|Sanction)
WHERE t.id = id
WITH DISTINCT startNode(k) AS a, endNode(k) AS b
CALL (a) {
  MATCH (a)<-[:RECEIVED|INVOLVED_IN]-(p:Person)
  WHERE p.id <> '' /* filter: person p */
  WITH DISTINCT p.name AS name, p.id AS person
  ORDER BY name, person
  RETURN collect(name) AS names, collect(person) AS people
}
CALL (a) {
  MATCH (a)<-[k:RECORDS]-(n:Entry)
  WITH DISTINCT n.id + '#' + toString(k.start) + '-' + toString(k.end) AS place
  ORDER BY place
  RETURN collect(place) AS first_evidence
}
CALL (b) {
  MATCH (b)<-[k:RECORDS]-(n:Entry)
  WITH DISTINCT n.id + '#' + toString(k.start) + '-' + toString(k.end) AS place
  ORDER BY place
  RETURN collect(place) AS second_evidence
}
RETURN a.id AS fact, coalesce(a.kind, a.type) AS what, coalesce(a.date, b.date) AS day, names, people,
       coalesce(a.duration, a.until, toString(a.amount), a.standing, a.outcome, a.date, 'stated') AS first_account,
       coalesce(b.duration, b.until, toString(b.amount), b.standing, b.outcome, b.date, 'stated') AS second_account,
       first_evidence, second_evidence
ORDER BY what, fact, second_account
