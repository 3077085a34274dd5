// How many people were refused an assembly for a day, and how many were detained on one, where they are several.
MATCH (e:Event)<-[r:INVOLVED_IN]-(:Person)
WHERE e.type = 'assembly_refusal' AND e.next IS NOT NULL AND r.role = 'to'
WITH e.next AS day, count(r) AS people
WHERE people > 1
RETURN 'refusal_day' AS kind, day AS thing, people
UNION ALL
MATCH (e:Event)<-[r:INVOLVED_IN]-(:Person)
WHERE e.type = 'detention' AND size(e.date) = 10 AND r.role = 'to'
WITH e.date AS day, count(r) AS people
WHERE people > 1
RETURN 'detention_day' AS kind, day AS thing, people
