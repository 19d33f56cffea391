-- How customers trusted us before the problem, with it, and after the recovery, from 0 to 100. The median is the
-- smallest value whose place reaches 50 of 100 (nearest rank).
-- Parameters: :since and :until, the first and the last day of the period.
-- Columns: stage (after, before, problem); cases that say it; median_trust. A stage that nobody judged has no row.
WITH judged AS (
  SELECT 'before' AS stage, trust_before AS trust
  FROM cases WHERE begun_on >= :since AND begun_on <= :until AND trust_before IS NOT NULL
  UNION ALL
  SELECT 'problem' AS stage, trust_problem AS trust
  FROM cases WHERE begun_on >= :since AND begun_on <= :until AND trust_problem IS NOT NULL
  UNION ALL
  SELECT 'after' AS stage, trust_after AS trust
  FROM cases WHERE begun_on >= :since AND begun_on <= :until AND trust_after IS NOT NULL
),
placed AS (
  SELECT stage,
         trust,
         ROW_NUMBER() OVER (PARTITION BY stage ORDER BY trust) AS place,
         COUNT(*) OVER (PARTITION BY stage) AS total
  FROM judged
)
SELECT stage,
       COUNT(*) AS cases,
       MIN(CASE WHEN 100 * place >= 50 * total THEN trust END) AS median_trust
FROM placed
GROUP BY stage
ORDER BY stage
