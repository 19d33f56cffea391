-- Which actions were done by the day that was set first, before any was put off. Judged is each action with such a day
-- that is done, or whose day is over; done on a day that nobody wrote down is not judged.
-- Parameters: :since and :until, the first and the last day of the period in which the case began; :today.
-- Columns: actions of all kinds of state; done; judged; on_time; late: done, but later; missing: not done, day over.
WITH decided AS (
  SELECT status,
         CASE WHEN status = 'done' AND done_on <= first_due_on THEN 1 ELSE 0 END AS is_on_time,
         CASE WHEN status = 'done' AND done_on > first_due_on THEN 1 ELSE 0 END AS is_late,
         CASE WHEN status = 'open' AND first_due_on < :today THEN 1 ELSE 0 END AS is_missing
  FROM actions
  WHERE kind = 'action' AND happened_on >= :since AND happened_on <= :until
)
SELECT COUNT(*) AS actions,
       COALESCE(CAST(SUM(CASE WHEN status = 'done' THEN 1 ELSE 0 END) AS BIGINT), 0) AS done,
       COALESCE(CAST(SUM(is_on_time + is_late + is_missing) AS BIGINT), 0) AS judged,
       COALESCE(CAST(SUM(is_on_time) AS BIGINT), 0) AS on_time,
       COALESCE(CAST(SUM(is_late) AS BIGINT), 0) AS late,
       COALESCE(CAST(SUM(is_missing) AS BIGINT), 0) AS missing
FROM decided
