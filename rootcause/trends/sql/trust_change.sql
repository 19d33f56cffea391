-- In how many cases trust after the recovery is above, at or below what it was before the problem; only cases that
-- say both.
-- Parameters: :since and :until, the first and the last day of the period.
-- Columns: cases; rose; stayed; fell.
SELECT COUNT(*) AS cases,
       COALESCE(CAST(SUM(CASE WHEN trust_after > trust_before THEN 1 ELSE 0 END) AS BIGINT), 0) AS rose,
       COALESCE(CAST(SUM(CASE WHEN trust_after = trust_before THEN 1 ELSE 0 END) AS BIGINT), 0) AS stayed,
       COALESCE(CAST(SUM(CASE WHEN trust_after < trust_before THEN 1 ELSE 0 END) AS BIGINT), 0) AS fell
FROM cases
WHERE happened_on >= :since AND happened_on <= :until AND trust_before IS NOT NULL AND trust_after IS NOT NULL
