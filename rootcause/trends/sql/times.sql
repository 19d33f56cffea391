-- How long it took to detect, contain and resolve, and to follow up with the customer. The median is the smallest
-- value whose place reaches 50 of 100, p90 that whose place reaches 90 of 100 (nearest rank). A time below zero is
-- left out: its moments are out of order.
-- Parameters: :since and :until, the first and the last day of the period.
-- Columns: step (contain, detect, follow_up, resolve); cases that say how long; median_minutes, p90_minutes.
-- A step that no case tells of has no row.
WITH spans AS (
  SELECT 'detect' AS step, minutes_to_detect AS minutes, COUNT(*) AS cases
  FROM cases WHERE happened_on >= :since AND happened_on <= :until AND minutes_to_detect >= 0 GROUP BY minutes_to_detect
  UNION ALL
  SELECT 'contain' AS step, minutes_to_contain AS minutes, COUNT(*) AS cases
  FROM cases WHERE happened_on >= :since AND happened_on <= :until AND minutes_to_contain >= 0 GROUP BY minutes_to_contain
  UNION ALL
  SELECT 'resolve' AS step, minutes_to_resolve AS minutes, COUNT(*) AS cases
  FROM cases WHERE happened_on >= :since AND happened_on <= :until AND minutes_to_resolve >= 0 GROUP BY minutes_to_resolve
  UNION ALL
  SELECT 'follow_up' AS step, minutes_to_follow_up AS minutes, COUNT(*) AS cases
  FROM cases WHERE happened_on >= :since AND happened_on <= :until AND minutes_to_follow_up >= 0 GROUP BY minutes_to_follow_up
),
placed AS (
  SELECT step, minutes, SUM(cases) OVER (PARTITION BY step ORDER BY minutes) AS place
  FROM spans
),
totals AS (
  SELECT step, SUM(cases) AS total
  FROM spans
  GROUP BY step
)
SELECT placed.step,
       CAST(MAX(totals.total) AS BIGINT) AS cases,
       MIN(CASE WHEN 100 * placed.place >= 50 * totals.total THEN placed.minutes END) AS median_minutes,
       MIN(CASE WHEN 100 * placed.place >= 90 * totals.total THEN placed.minutes END) AS p90_minutes
FROM placed
JOIN totals ON totals.step = placed.step
GROUP BY placed.step
ORDER BY placed.step
