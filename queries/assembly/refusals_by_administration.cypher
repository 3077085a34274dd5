// title: Assembly refusals by local administration
// formerly: refusals_by_akimat
// learns: Which administrations refuse assemblies, to whom, for which days, and the reasons they give.
// columns: {administration: Organisation.id, people: Person.id}
MATCH (e:Event)
WHERE e.type = 'assembly_refusal'
OPTIONAL MATCH (e)<-[b:INVOLVED_IN]-(o:Organisation)
WHERE b.role = 'by'
OPTIONAL MATCH (e)-[:AT]->(l:Place)
WITH o, l, count(DISTINCT e.account_of) AS refusals, collect(e) AS events
// Each list is sorted separately, a few rows at a time. WITH drops the whole list, which would slow the sort.
CALL (events) {
  UNWIND events AS e
  WITH e
  WITH DISTINCT e.next AS day
  ORDER BY day
  RETURN collect(day) AS planned_for
}
CALL (events) {
  UNWIND events AS e
  WITH e
  WITH DISTINCT e.reason AS reason
  ORDER BY reason
  RETURN collect(reason) AS reasons
}
CALL (events) {
  UNWIND events AS e
  WITH e
  MATCH (e)<-[t:INVOLVED_IN]-(p:Person)
  WHERE t.role = 'to'
  WITH DISTINCT p.name AS name, p.id AS person
  ORDER BY name, person
  RETURN collect(name) AS names, collect(person) AS people
}
RETURN l.name AS place, o.name AS name, refusals, planned_for, reasons, names, o.id AS administration, people
ORDER BY refusals DESC, place, name, administration, l.id
