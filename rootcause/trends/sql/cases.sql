-- How many cases began in the period, and how many of them are finished.
-- Parameters: :since and :until, the first and the last day of the period.
-- Columns: cases; finished: of these, nothing that must be asked is open.
SELECT COUNT(*) AS cases,
       COALESCE(CAST(SUM(finished) AS BIGINT), 0) AS finished
FROM cases
WHERE happened_on >= :since AND happened_on <= :until
