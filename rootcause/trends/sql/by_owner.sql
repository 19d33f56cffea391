-- How many cases by owner of an action, the most first (Pareto). A case with several owners counts for each of them.
-- What nobody said comes last, with an empty name.
-- Parameters: :since and :until, the first and the last day of the period.
-- Columns: name: the owner; label: the same; cases; together: in how many cases this one or one above it is.
WITH tagged AS (
  SELECT DISTINCT case_id, owner AS name
  FROM actions
  WHERE kind = 'action' AND owner <> '' AND happened_on >= :since AND happened_on <= :until
),
untagged AS (
  SELECT case_id
  FROM cases
  WHERE happened_on >= :since AND happened_on <= :until
  EXCEPT
  SELECT case_id
  FROM tagged
),
said AS (
  SELECT case_id, name
  FROM tagged
  UNION ALL
  SELECT case_id, '' AS name
  FROM untagged
),
ranked AS (
  SELECT name,
         COUNT(*) AS cases,
         ROW_NUMBER() OVER (ORDER BY CASE WHEN name = '' THEN 1 ELSE 0 END, COUNT(*) DESC, name) AS place
  FROM said
  GROUP BY name
),
reached AS (
  SELECT said.case_id, MIN(ranked.place) AS place
  FROM said
  JOIN ranked ON ranked.name = said.name
  GROUP BY said.case_id
),
placed AS (
  SELECT place, name, cases, 0 AS added
  FROM ranked
  UNION ALL
  SELECT place, NULL AS name, 0 AS cases, 1 AS added
  FROM reached
)
SELECT MAX(name) AS name,
       MAX(name) AS label,
       CAST(SUM(cases) AS BIGINT) AS cases,
       CAST(SUM(SUM(added)) OVER (ORDER BY place) AS BIGINT) AS together
FROM placed
GROUP BY place
ORDER BY place
