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
said AS (
  SELECT case_id, name, NULL AS currency, NULL AS cost
  FROM tagged
  UNION ALL
  SELECT case_id, NULL AS name, currency, cost
  FROM cases
  WHERE happened_on >= :since AND happened_on <= :until AND cost IS NOT NULL
),
costly AS (
  SELECT case_id,
         name,
         MAX(COALESCE(currency, '')) OVER (PARTITION BY case_id) AS currency,
         MAX(cost) OVER (PARTITION BY case_id) AS cost,
         COUNT(name) OVER (PARTITION BY case_id) AS names
  FROM said
)
SELECT currency,
       COALESCE(name, '') AS name,
       COALESCE(name, '') AS label,
       COUNT(*) AS cases,
       CAST(SUM(cost) AS BIGINT) AS total_cost
FROM costly
WHERE cost IS NOT NULL AND (name IS NOT NULL OR names = 0)
GROUP BY currency, COALESCE(name, '')
ORDER BY currency, CASE WHEN COALESCE(name, '') = '' THEN 1 ELSE 0 END, SUM(cost) DESC, COALESCE(name, '')
