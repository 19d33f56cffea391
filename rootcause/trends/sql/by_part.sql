-- How many cases by part of the product, the most first (Pareto). What nobody said comes last, with an empty name.
-- Parameters: :since and :until, the first and the last day of the period.
-- Columns: name: the part; label: the same; cases; together: in how many cases this one or one above it is.
WITH tagged AS (
  SELECT case_id, part AS name
  FROM cases
  WHERE part <> '' AND happened_on >= :since AND happened_on <= :until
),
said AS (
  SELECT cases.case_id, COALESCE(tagged.name, '') AS name
  FROM cases
  LEFT JOIN tagged ON tagged.case_id = cases.case_id
  WHERE cases.happened_on >= :since AND cases.happened_on <= :until
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
added AS (
  SELECT place, COUNT(*) AS cases
  FROM reached
  GROUP BY place
)
SELECT ranked.name,
       ranked.name AS label,
       ranked.cases,
       CAST(SUM(COALESCE(added.cases, 0)) OVER (ORDER BY ranked.place) AS BIGINT) AS together
FROM ranked
LEFT JOIN added ON added.place = ranked.place
ORDER BY ranked.place
