-- What cases cost by root cause in the same words, the most first (Pareto), each currency for itself. A case with
-- several root causes counts for each of them. The whole cost of a case counts each time. What nobody said comes
-- last, with an empty name.
-- Parameters: :since and :until, the first and the last day of the period.
-- Columns: currency, empty where none was named; name: its words of content as stems; label: how it was worded last;
-- cases that say what they cost; total_cost in hundredths.
WITH tagged AS (
  SELECT DISTINCT case_id, words AS name
  FROM causes
  WHERE root = 1 AND words <> '' AND begun_on >= :since AND begun_on <= :until
),
ranked AS (
  SELECT COALESCE(cases.currency, '') AS currency,
         COALESCE(tagged.name, '') AS name,
         COUNT(*) AS cases,
         CAST(SUM(cases.cost) AS BIGINT) AS total_cost
  FROM cases
  LEFT JOIN tagged ON tagged.case_id = cases.case_id
  WHERE cases.begun_on >= :since AND cases.begun_on <= :until AND cases.cost IS NOT NULL
  GROUP BY COALESCE(cases.currency, ''), COALESCE(tagged.name, '')
),
texts AS (
  SELECT words,
         cause_text,
         ROW_NUMBER() OVER (PARTITION BY words ORDER BY begun_on DESC, case_id DESC, number DESC) AS place
  FROM causes
  WHERE root = 1 AND words <> '' AND begun_on >= :since AND begun_on <= :until
)
SELECT ranked.currency,
       ranked.name,
       COALESCE(texts.cause_text, '') AS label,
       ranked.cases,
       ranked.total_cost
FROM ranked
LEFT JOIN texts ON texts.words = ranked.name AND texts.place = 1
ORDER BY ranked.currency, CASE WHEN ranked.name = '' THEN 1 ELSE 0 END, ranked.total_cost DESC, ranked.name
