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
         ROW_NUMBER() OVER (PARTITION BY words ORDER BY happened_on DESC, case_id DESC, number DESC) AS place
  FROM causes
  WHERE root = 1 AND words > '' AND happened_on >= :since AND happened_on <= :until
),
labels AS (
  SELECT name, cause_text AS label
  FROM worded
  WHERE place = 1
),
tagged AS (
  SELECT DISTINCT case_id, name
  FROM worded
),
said AS (
  SELECT COALESCE(cases.currency, '') AS currency, tagged.name, cases.cost
  FROM tagged
  JOIN cases ON cases.case_id = tagged.case_id
  WHERE cases.cost IS NOT NULL
  UNION ALL
  SELECT COALESCE(cases.currency, '') AS currency, '' AS name, cases.cost
  FROM cases
  WHERE cases.happened_on >= :since AND cases.happened_on <= :until AND cases.cost IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM causes WHERE causes.case_id = cases.case_id AND causes.root = 1 AND causes.words > '')
),
summed AS (
  SELECT currency, name, COUNT(*) AS cases, CAST(SUM(cost) AS BIGINT) AS total_cost
  FROM said
  GROUP BY currency, name
)
SELECT summed.currency, summed.name, COALESCE(labels.label, '') AS label, summed.cases, summed.total_cost
FROM summed
LEFT JOIN labels ON labels.name = summed.name
ORDER BY summed.currency, CASE WHEN summed.name = '' THEN 1 ELSE 0 END, summed.total_cost DESC, summed.name
