// title: Assembly refusals by local administration
// formerly: refusals_by_akimat
// learns: Which administrations refuse assemblies, to whom, for which days, and the reasons they give.
// reading: >-
//   "Refusals" counts acts of refusal, however many entries tell of one. "For the days" are the days of the assemblies that
//   were refused. "Notices" counts the notices that they answer, where an entry counts them ("in response to 6
//   notifications"), and one for each refusal otherwise. A reason stands as the entry words it.
// limits: >-
//   Notices that were allowed, or that nobody reported, are not counted. Where the text says only "the administration",
//   the town is that of the entry.
// view: map
// network: {lines: [{from: administration, to: town}, {from: administration, to: people}]}
// map: {place: town, value: refusals}
// columns:
//   place: {label: town, priority: 1}
//   name: {label: administration, priority: 2}
//   refusals: {label: refusals, priority: 1}
//   notices: {label: notices, priority: 1}
//   planned_for: {label: for the days, priority: 3}
//   reasons: {label: reasons, priority: 1}
//   names: {label: refused to, priority: 2}
//   town: Place.id
//   administration: Organisation.id
//   people: Person.id
// example:
//   rows:
//     - place: "Pessarin"
//       name: "hetmarate of the city"
//       refusals: 9
//       planned_for: ["2031-03-08", "2031-03-15", "2031-03-22", "2031-03-23", "2031-03-24", "2031-04-05", "2031-04-20", "2031-05-04"]
//       names: ["Ashmidor B.L.", "Dorevanta Nerisse", "Sathuvela Perrith"]
//     - place: "Quorra"
//       name: "city hetmarate"
//       refusals: 2
//       notices: 3
//       planned_for: ["2031-03-20", "2031-04-20"]
//       names: ["Teshmar Ashmi", "Velsuvel P."]
//     - {place: "Hathring", name: "city hetmarate", refusals: 1, notices: 4, planned_for: ["2031-04-20"], names: ["Elvuvela Wenna"]}
MATCH (e:Event)
WHERE e.type = 'assembly_refusal' /* filter: act e */
OPTIONAL MATCH (e)<-[b:INVOLVED_IN]-(o:Organisation)
WHERE b.role = 'by'
OPTIONAL MATCH (e)-[:AT]->(l:Place)
WITH o, l, count(DISTINCT e.account_of) AS refusals, collect(e) AS events
// Each list is sorted separately, a few rows at a time. WITH drops the whole list, which would slow the sort.
CALL (events) {
  UNWIND events AS e
  WITH e
  WITH e.account_of AS account, max(coalesce(e.notices, 1)) AS answered
  RETURN sum(answered) AS notices
}
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
CALL (events) {
  UNWIND events AS e
  WITH e
  MATCH (n:Entry)-[r:RECORDS]->(e)
  WITH DISTINCT n.id + '#' + toString(r.start) + '-' + toString(r.end) AS words
  ORDER BY words
  RETURN collect(words) AS evidence
}
RETURN l.name AS place, o.name AS name, refusals, notices, planned_for, reasons, names, l.id AS town,
       o.id AS administration, people, evidence
ORDER BY refusals DESC, place, name, administration, l.id
