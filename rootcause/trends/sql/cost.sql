-- What the cases cost, each currency for itself: currencies are never added together.
-- Parameters: :since and :until, the first and the last day of the period.
-- Columns: currency, empty where none was named; cases that say what they cost; total_cost in hundredths.
SELECT COALESCE(currency, '') AS currency,
       COUNT(*) AS cases,
       CAST(SUM(cost) AS BIGINT) AS total_cost
FROM cases
WHERE happened_on >= :since AND happened_on <= :until AND cost IS NOT NULL
GROUP BY COALESCE(currency, '')
ORDER BY currency
