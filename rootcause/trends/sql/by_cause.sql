-- How many cases by root cause in the same words, the most first (Pareto). A case with several root causes counts for
-- each of them. What nobody said comes last, with an empty name.
-- Parameters: :since and :until, the first and the last day of the period.
-- Columns: name: its words of content as stems; label: how it was worded last; cases; together: in how many cases
-- this one or one above it is.
WITH worded AS (
  SELECT case_id,
         words AS name,
         cause_text,
         ROW_NUMBER() OVER (PARTITION BY words ORDER BY begun_on DESC, case_id DESC, number DESC) AS place
  FROM causes
  WHERE root = 1 AND words <> '' AND begun_on >= :since AND begun_on <= :until
  UNION ALL
  SELECT case_id, '' AS name, '' AS cause_text, 1 AS place
  FROM cases
  WHERE begun_on >= :since AND begun_on <= :until
),
named AS (
  SELECT case_id,
         name,
         MAX(CASE WHEN place = 1 THEN cause_text END) AS label,
         COUNT(*) OVER (PARTITION BY case_id) AS names
  FROM worded
  GROUP BY case_id, name
),
said AS (
  SELECT case_id, name, label
  FROM named
  WHERE name <> '' OR names = 1
),
ranked AS (
  SELECT name,
         MAX(label) AS label,
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
       COALESCE(ranked.label, '') AS label,
       ranked.cases,
       CAST(SUM(COALESCE(added.cases, 0)) OVER (ORDER BY ranked.place) AS BIGINT) AS together
FROM ranked
LEFT JOIN added ON added.place = ranked.place
ORDER BY ranked.place
