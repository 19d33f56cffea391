-- How customers trusted us before the problem, with it, and after the recovery, from 0 to 100. The median is the
-- smallest value whose place reaches 50 of 100 (nearest rank).
-- Parameters: :since and :until, the first and the last day of the period.
-- Columns: stage (after, before, problem); cases that say it; median_trust. A stage that nobody judged has no row.
WITH judged AS (
  SELECT 'before' AS stage, trust_before AS trust, COUNT(*) AS cases
  FROM cases WHERE happened_on >= :since AND happened_on <= :until AND trust_before IS NOT NULL GROUP BY trust_before
  UNION ALL
  SELECT 'problem' AS stage, trust_problem AS trust, COUNT(*) AS cases
  FROM cases WHERE happened_on >= :since AND happened_on <= :until AND trust_problem IS NOT NULL GROUP BY trust_problem
  UNION ALL
  SELECT 'after' AS stage, trust_after AS trust, COUNT(*) AS cases
  FROM cases WHERE happened_on >= :since AND happened_on <= :until AND trust_after IS NOT NULL GROUP BY trust_after
),
placed AS (
  SELECT stage, trust, SUM(cases) OVER (PARTITION BY stage ORDER BY trust) AS place
  FROM judged
),
totals AS (
  SELECT stage, SUM(cases) AS total
  FROM judged
  GROUP BY stage
)
SELECT placed.stage,
       CAST(MAX(totals.total) AS BIGINT) AS cases,
       MIN(CASE WHEN 100 * placed.place >= 50 * totals.total THEN placed.trust END) AS median_trust
FROM placed
JOIN totals ON totals.stage = placed.stage
GROUP BY placed.stage
ORDER BY placed.stage
