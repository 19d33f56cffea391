-- How many cases by root cause in the same words, the most first (Pareto). A case with several root causes counts for
-- each of them. What nobody said comes last, with an empty name.
-- Parameters: :since and :until, the first and the last day of the period.
-- Columns: name: its words of content as stems; label: how it was worded last; cases; together: in how many cases
-- this one or one above it is.
WITH worded AS (
  SELECT case_id,
         words,
         cause_text,
         ROW_NUMBER() OVER (PARTITION BY words ORDER BY happened_on DESC, case_id DESC, number DESC) AS place
  FROM causes
  WHERE root = 1 AND words > '' AND happened_on >= :since AND happened_on <= :until
),
named AS (
  SELECT words AS name, COUNT(DISTINCT case_id) AS cases, MAX(CASE WHEN place = 1 THEN cause_text END) AS label
  FROM worded
  GROUP BY words
),
ranked AS (
  SELECT name, label, cases, ROW_NUMBER() OVER (ORDER BY cases DESC, name) AS place
  FROM named
),
reached AS (
  SELECT worded.case_id, MIN(ranked.place) AS place
  FROM worded
  JOIN ranked ON ranked.name = worded.words
  GROUP BY worded.case_id
),
placed AS (
  SELECT place, name, label, cases, 0 AS added
  FROM ranked
  UNION ALL
  SELECT place, NULL AS name, NULL AS label, 0 AS cases, 1 AS added
  FROM reached
),
counted AS (
  SELECT COUNT(*) AS cases, COUNT(*) - (SELECT COUNT(*) FROM reached) AS nameless
  FROM cases
  WHERE happened_on >= :since AND happened_on <= :until
),
listed AS (
  SELECT 0 AS last,
         place,
         MAX(name) AS name,
         MAX(label) AS label,
         SUM(cases) AS cases,
         SUM(SUM(added)) OVER (ORDER BY place) AS together
  FROM placed
  GROUP BY place
  UNION ALL
  SELECT 1 AS last, 0 AS place, '' AS name, '' AS label, nameless AS cases, cases AS together
  FROM counted
  WHERE nameless > 0
)
SELECT name, label, CAST(cases AS BIGINT) AS cases, CAST(together AS BIGINT) AS together
FROM listed
ORDER BY last, place
