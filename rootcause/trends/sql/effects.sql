-- Whether somebody looked if actions that are done helped. An effect review is due for each action that is done and
-- has a test of done.
-- Parameters: :since and :until, the first and the last day of the period in which the case began.
-- Columns: reviews, done or to be done; done; moved: of the done ones, the measure moved; not_moved: it did not.
SELECT COUNT(*) AS reviews,
       COALESCE(CAST(SUM(CASE WHEN status = 'done' THEN 1 ELSE 0 END) AS BIGINT), 0) AS done,
       COALESCE(CAST(SUM(CASE WHEN status = 'done' AND moved = 1 THEN 1 ELSE 0 END) AS BIGINT), 0) AS moved,
       COALESCE(CAST(SUM(CASE WHEN status = 'done' AND moved = 0 THEN 1 ELSE 0 END) AS BIGINT), 0) AS not_moved
FROM actions
WHERE kind = 'review' AND happened_on >= :since AND happened_on <= :until
