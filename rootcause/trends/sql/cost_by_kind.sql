-- What cases cost by kind of root cause, the most first (Pareto), each currency for itself. A case with root causes
-- of several kinds counts for each kind. The whole cost of a case counts each time. What nobody said comes last, with
-- an empty name.
-- Parameters: :since and :until, the first and the last day of the period.
-- Columns: currency, empty where none was named; name: the kind; label: the same; cases that say what they cost;
-- total_cost in hundredths.
WITH tagged AS (
  SELECT DISTINCT case_id, kind AS name
  FROM causes
  WHERE root = 1 AND kind <> '' AND happened_on >= :since AND happened_on <= :until
),
ranked AS (
  SELECT COALESCE(cases.currency, '') AS currency,
         COALESCE(tagged.name, '') AS name,
         COUNT(*) AS cases,
         CAST(SUM(cases.cost) AS BIGINT) AS total_cost
  FROM cases
  LEFT JOIN tagged ON tagged.case_id = cases.case_id
  WHERE cases.happened_on >= :since AND cases.happened_on <= :until AND cases.cost IS NOT NULL
  GROUP BY COALESCE(cases.currency, ''), COALESCE(tagged.name, '')
)
SELECT ranked.currency,
       ranked.name,
       ranked.name AS label,
       ranked.cases,
       ranked.total_cost
FROM ranked
ORDER BY ranked.currency, CASE WHEN ranked.name = '' THEN 1 ELSE 0 END, ranked.total_cost DESC, ranked.name
