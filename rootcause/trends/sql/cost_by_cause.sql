-- What cases cost by root cause in the same words, the most first (Pareto), each currency for itself. A case with
-- several root causes counts for each of them. The whole cost of a case counts each time. What nobody said comes
-- last, with an empty name.
-- Parameters: :since and :until, the first and the last day of the period.
-- Columns: currency, empty where none was named; name: its words of content as stems; label: how it was worded last;
-- cases that say what they cost; total_cost in hundredths.
WITH worded AS (
  SELECT case_id,
         words AS name,
         cause_text,
         ROW_NUMBER() OVER (PARTITION BY words ORDER BY begun_on DESC, case_id DESC, number DESC) AS place,
         NULL AS currency,
         NULL AS cost
  FROM causes
  WHERE root = 1 AND words <> '' AND begun_on >= :since AND begun_on <= :until
  UNION ALL
  SELECT case_id, '' AS name, '' AS cause_text, 1 AS place, currency, cost
  FROM cases
  WHERE begun_on >= :since AND begun_on <= :until
),
named AS (
  SELECT case_id,
         name,
         MAX(CASE WHEN place = 1 THEN cause_text END) AS label,
         COUNT(*) OVER (PARTITION BY case_id) AS names,
         MAX(MAX(currency)) OVER (PARTITION BY case_id) AS currency,
         MAX(MAX(cost)) OVER (PARTITION BY case_id) AS cost
  FROM worded
  GROUP BY case_id, name
),
labelled AS (
  SELECT name,
         MAX(label) OVER (PARTITION BY name) AS label,
         COALESCE(currency, '') AS currency,
         cost
  FROM named
  WHERE name <> '' OR names = 1
)
SELECT currency,
       name,
       MAX(label) AS label,
       COUNT(*) AS cases,
       CAST(SUM(cost) AS BIGINT) AS total_cost
FROM labelled
WHERE cost IS NOT NULL
GROUP BY currency, name
ORDER BY currency, CASE WHEN name = '' THEN 1 ELSE 0 END, SUM(cost) DESC, name
