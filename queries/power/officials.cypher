// title: Officials that recur
// learns: Which judges, prosecutors, officers and heads of administrations the reports name, what they did or are accused of, and how often.
// reading: >-
//   "Entries" counts the entries that name the official. "Did" lists the acts that the words tie to the official, with their
//   standing; "in cases as" the part in proceedings. "Accused under" has the articles held against somebody accused of abuse,
//   with the stage that the charge reached: tried is not convicted. An accusation is no finding.
// limits: >-
//   Being named in an entry does not mean having done what it tells. Officials of other states are left out. Officials without a name, and offices that the words do
//   not give, are not here.
// parameters:
//   at_least: {type: integer, default: 1, about: The fewest entries}
//   most: {type: integer, default: 500, cuts: true, about: "How many people at most, those in most entries first"}
// columns:
//   name: {label: who, priority: 1}
//   offices: {label: office, priority: 1}
//   entries: {label: entries, priority: 1}
//   acts: {label: did, priority: 1}
//   roles: {label: in cases as, priority: 2}
//   accused: {label: accused under, priority: 1}
//   first: {label: first, priority: 3}
//   last: {label: last, priority: 2}
//   person: Person.id
// example:
//   given: {at_least: 2}
//   rows:
//     - {name: "Ommidora Sabrel", offices: ["judge"], entries: 7, roles: ["judge"]}
//     - {name: "Thennor B.", offices: [], entries: 5, roles: ["perpetrator"], accused: ["CC 140/3 (convicted)", "CC 140/4 (tried)"]}
//     - {name: "Ashgavel D.", offices: [], entries: 4, roles: ["perpetrator"]}
CALL {
  MATCH (p:Person)
  WHERE size([office IN coalesce(p.offices, []) WHERE office <> 'foreign']) > 0
  RETURN p
  UNION
  MATCH (p:Person)-[r:INVOLVED_IN]->(:Event)
  WHERE r.role = 'by' AND r.office <> 'foreign'
  RETURN DISTINCT p
  UNION
  MATCH (p:Person)-[r:PARTY_TO]->(:Case)
  WHERE r.role IN ['judge', 'prosecutor', 'perpetrator']
  RETURN DISTINCT p
}
WITH p
WHERE p.id <> '' /* filter: person p */
WITH p, [office IN coalesce(p.offices, []) WHERE office <> 'foreign'] AS named_as, CASE WHEN $filtered
                       THEN COUNT { MATCH (p)<-[:MENTIONS]-(n:Entry)
                                    WHERE n.id <> '' /* filter: entry n */
                                    RETURN DISTINCT n.id AS entry }
                       ELSE p.entries_naming END AS entries
WHERE entries >= $at_least AND entries > 0
WITH p, named_as, entries
ORDER BY entries DESC, p.name, p.id
LIMIT $most
CALL (p) {
  MATCH (p)<-[:MENTIONS]-(n:Entry)
  WHERE n.id <> '' /* filter: entry n */
  RETURN min(n.date) AS first, max(n.date) AS last
}
CALL (p) {
  MATCH (p)-[r:INVOLVED_IN]->(:Event)
  WHERE r.role = 'by' AND r.office <> 'foreign'
  WITH DISTINCT r.office AS office
  ORDER BY office
  RETURN collect(office) AS acting_as
}
CALL (p) {
  MATCH (p)-[r:PARTY_TO]->(:Case)
  WHERE r.role IN ['judge', 'prosecutor', 'perpetrator']
  WITH DISTINCT r.role AS role
  ORDER BY role
  RETURN collect(role) AS roles
}
CALL (p) {
  MATCH (p)-[r:INVOLVED_IN]->(e:Event)
  WHERE r.role = 'by'
  WITH DISTINCT e.type + coalesce(' (' + coalesce(r.standing, e.standing) + ')', '') AS act
  ORDER BY act
  RETURN collect(act) AS acts
}
CALL (p) {
  MATCH (p)-[f:FACES]->(c:Charge)-[:UNDER]->(v:Provision)
  WHERE f.role = 'perpetrator'
  WITH DISTINCT replace(v.id, ':', ' ') + ' (' + c.stage + ')' AS charge
  ORDER BY charge
  RETURN collect(charge) AS accused
}
CALL (p) {
  MATCH (p)<-[m:MENTIONS]-(n:Entry)
  WHERE n.id <> '' /* filter: entry n */
  WITH DISTINCT n.id + '#' + toString(m.start) + '-' + toString(m.end) AS words
  ORDER BY words
  RETURN collect(words) AS evidence
}
RETURN p.name AS name, named_as + [office IN acting_as WHERE NOT office IN named_as] AS offices, entries, acts, roles,
       accused, first, last, p.id AS person, evidence
ORDER BY entries DESC, name, person
