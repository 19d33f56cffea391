-- How many cases began in each month of the period; a month without a case has no row.
-- Parameters: :since and :until, the first and the last day of the period.
-- Columns: month as 2026-01; cases.
SELECT month, COUNT(*) AS cases
FROM cases
WHERE happened_on >= :since AND happened_on <= :until
GROUP BY month
ORDER BY month
