-- How many problems customers found before we did.
-- Parameters: :since and :until, the first and the last day of the period.
-- Columns: said: cases that say who found it; by_customers: of these, a customer did.
SELECT COUNT(found_by_customer) AS said,
       COALESCE(CAST(SUM(found_by_customer) AS BIGINT), 0) AS by_customers
FROM cases
WHERE happened_on >= :since AND happened_on <= :until
