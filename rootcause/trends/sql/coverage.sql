-- How many root causes have an action against them.
-- Parameters: :since and :until, the first and the last day of the period.
-- Columns: root_causes; covered: of these, an action acts on them.
SELECT COALESCE(CAST(SUM(root_causes) AS BIGINT), 0) AS root_causes,
       COALESCE(CAST(SUM(root_causes_covered) AS BIGINT), 0) AS covered
FROM cases
WHERE happened_on >= :since AND happened_on <= :until
