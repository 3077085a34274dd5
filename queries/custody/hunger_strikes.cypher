// title: Hunger strikes
// learns: Who went on hunger strike, on which day of it the entries were, when it began by their counts, where, and under which articles the person was held.
// reading: >-
//   A row is one strike as one or more entries tell it. "Day" lists what the entries count: "4 on 2022-10-05" is "on the
//   4th day" in an entry of that date. "Began" is each day to which a count leads; several mean that the counts differ.
//   "Ended" is the day of the last entry where that tells the end.
// limits: >-
//   A strike without an end in the reports may have ended long ago. An entry without a count gives only a date. Some
//   tell of a strike that is only announced: --evidence shows the words. An end that is told in other words than "ended"
//   or "stopped" is not seen.
// view: timeline
// timeline: {lane: people, start: first, end: last, label: held_at, standing: standing}
// parameters:
//   ending: {type: string, default: "end ends ended stop stops stopped cease ceases ceased finish finishes finished halted suspended interrupted", about: "The words that tell an end"}
// columns:
//   names: {label: who, priority: 1}
//   began: {label: began, priority: 1}
//   days: {label: day, priority: 1}
//   first: {label: first told, priority: 2}
//   last: {label: last told, priority: 1}
//   ended: {label: ended, priority: 1}
//   count: {label: unnamed, priority: 3}
//   standing: {label: standing, priority: 3}
//   held_at: {label: at, priority: 2}
//   provisions: {label: articles, key: Provision.id, priority: 2}
//   people: Person.id
//   event: Event.id
// example:
//   rows:
//     - names: ["Korvidor Shemar"]
//       began: ["2031-03-13"]
//       days: ["6 on 2031-03-18", "27 on 2031-04-08"]
//       first: "2031-03-18"
//       last: "2031-04-08"
//       held_at: ["QR-118/9"]
//       provisions: ["CC:211/1"]
//     - names: ["Talidora Ilvane"]
//       began: ["2031-04-03"]
//       days: ["5 on 2031-04-07"]
//       first: "2031-04-02"
//       last: "2031-04-07"
//       held_at: []
//       provisions: ["CAO:61", "CAO:61/3", "CC:262", "CC:311/2"]
MATCH (e:Event)<-[k:RECORDS]-(n:Entry)
WHERE e.type = 'hunger_strike' /* filter: act e */
WITH e, n.date AS date, toString(k.day_number) + ' on ' + n.date AS day, n.id + '#' + toString(k.start) + '-' + toString(k.end) AS words
ORDER BY date, day, words
WITH e, min(date) AS first, max(date) AS last, collect(DISTINCT words) AS told, collect(DISTINCT day) AS days
CALL (e) {
  MATCH (e)<-[k:RECORDS]-(n:Entry)
  WHERE k.day_number > 0 AND size(n.date) = 10
  WITH DISTINCT toString(date(n.date) - duration('P' + toString(k.day_number - 1) + 'D')) AS began
  ORDER BY began
  RETURN collect(began) AS began
}
CALL (e) {
  MATCH (e)<-[k:RECORDS]-(n:Entry)
  WITH n.date AS date, ' ' + toLower(substring(n.text, k.start, k.end - k.start)) + ' ' AS words
  WHERE any(word IN split($ending, ' ') WHERE words CONTAINS ' ' + word + ' ')
  RETURN max(date) AS ending
}
CALL (e) {
  MATCH (e)<-[r:INVOLVED_IN]-(p:Person)
  WITH DISTINCT p.name AS name, p.id AS person
  ORDER BY name, person
  RETURN collect(name) AS names, collect(person) AS people
}
CALL (e) {
  MATCH (e)-[:AT]->(f:Facility)
  WITH DISTINCT f.name AS name
  ORDER BY name
  RETURN collect(name) AS held_at
}
CALL (e) {
  MATCH (e)<-[:INVOLVED_IN]-(:Person)-[:FACES]->(:Charge)-[:UNDER]->(v:Provision)
  WITH DISTINCT v.id AS provision
  ORDER BY provision
  RETURN collect(provision) AS provisions
}
RETURN names, began, days, first, last, CASE WHEN ending = last THEN ending END AS ended, e.count AS count, e.standing AS standing, held_at, provisions, people,
       e.id AS event, told AS evidence
ORDER BY first, names, event
