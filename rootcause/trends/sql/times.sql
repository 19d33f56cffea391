-- How long it took to detect, contain and resolve, and to follow up with the customer. The median is the smallest
-- value whose place reaches 50 of 100, p90 that whose place reaches 90 of 100 (nearest rank). A time below zero is
-- left out: its moments are out of order.
-- Parameters: :since and :until, the first and the last day of the period.
-- Columns: step (contain, detect, follow_up, resolve); cases that say how long; median_minutes, p90_minutes.
-- A step that no case tells of has no row.
WITH spans AS (
  SELECT 'detect' AS step, minutes_to_detect AS minutes
  FROM cases WHERE begun_on >= :since AND begun_on <= :until AND minutes_to_detect >= 0
  UNION ALL
  SELECT 'contain' AS step, minutes_to_contain AS minutes
  FROM cases WHERE begun_on >= :since AND begun_on <= :until AND minutes_to_contain >= 0
  UNION ALL
  SELECT 'resolve' AS step, minutes_to_resolve AS minutes
  FROM cases WHERE begun_on >= :since AND begun_on <= :until AND minutes_to_resolve >= 0
  UNION ALL
  SELECT 'follow_up' AS step, minutes_to_follow_up AS minutes
  FROM cases WHERE begun_on >= :since AND begun_on <= :until AND minutes_to_follow_up >= 0
),
placed AS (
  SELECT step,
         minutes,
         ROW_NUMBER() OVER (PARTITION BY step ORDER BY minutes) AS place,
         COUNT(*) OVER (PARTITION BY step) AS total
  FROM spans
)
SELECT step,
       COUNT(*) AS cases,
       MIN(CASE WHEN 100 * place >= 50 * total THEN minutes END) AS median_minutes,
       MIN(CASE WHEN 100 * place >= 90 * total THEN minutes END) AS p90_minutes
FROM placed
GROUP BY step
ORDER BY step
