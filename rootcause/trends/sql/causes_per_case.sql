-- How many root causes a case has. The median is the smallest value whose place reaches 50 of 100, p90 that whose
-- place reaches 90 of 100 (nearest rank): always a value that occurred.
-- Parameters: :since and :until, the first and the last day of the period.
-- Columns: cases with a root cause; median_causes and p90_causes, empty where there is no such case.
WITH counted AS (
  SELECT root_causes, COUNT(*) AS cases
  FROM cases
  WHERE happened_on >= :since AND happened_on <= :until AND root_causes > 0
  GROUP BY root_causes
),
placed AS (
  SELECT root_causes, SUM(cases) OVER (ORDER BY root_causes) AS place
  FROM counted
),
totals AS (
  SELECT SUM(cases) AS total
  FROM counted
)
SELECT COALESCE(CAST(MAX(totals.total) AS BIGINT), 0) AS cases,
       MIN(CASE WHEN 100 * placed.place >= 50 * totals.total THEN placed.root_causes END) AS median_causes,
       MIN(CASE WHEN 100 * placed.place >= 90 * totals.total THEN placed.root_causes END) AS p90_causes
FROM placed
CROSS JOIN totals
