-- How many root causes a case has. The median is the smallest value whose place reaches 50 of 100, p90 that whose
-- place reaches 90 of 100 (nearest rank): always a value that occurred.
-- Parameters: :since and :until, the first and the last day of the period.
-- Columns: cases with a root cause; median_causes and p90_causes, empty where there is no such case.
WITH placed AS (
  SELECT root_causes,
         ROW_NUMBER() OVER (ORDER BY root_causes) AS place,
         COUNT(*) OVER () AS total
  FROM cases
  WHERE begun_on >= :since AND begun_on <= :until AND root_causes > 0
)
SELECT COUNT(*) AS cases,
       MIN(CASE WHEN 100 * place >= 50 * total THEN root_causes END) AS median_causes,
       MIN(CASE WHEN 100 * place >= 90 * total THEN root_causes END) AS p90_causes
FROM placed
