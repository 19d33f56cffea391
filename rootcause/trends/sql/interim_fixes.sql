-- Temporary fixes, and which of them are still there after the day on which they were to end.
-- Parameters: :since and :until, the first and the last day of the period in which the case began; :today.
-- Columns: fixes; removed; past_end: still there, and the day is over; without_end: still there, and no day is set.
SELECT COUNT(*) AS fixes,
       COALESCE(CAST(SUM(CASE WHEN status = 'done' THEN 1 ELSE 0 END) AS BIGINT), 0) AS removed,
       COALESCE(CAST(SUM(CASE WHEN status = 'open' AND due_on < :today THEN 1 ELSE 0 END) AS BIGINT), 0) AS past_end,
       COALESCE(CAST(SUM(CASE WHEN status = 'open' AND due_on IS NULL THEN 1 ELSE 0 END) AS BIGINT), 0) AS without_end
FROM actions
WHERE kind = 'interim' AND happened_on >= :since AND happened_on <= :until
