-- What is overdue today, in all cases whenever they began: actions, effect reviews, interim fixes past their end,
-- promises to customers, questions left to somebody. How old they are is told by days, so that no engine has to
-- subtract dates: the median age belongs to the day whose place, counted from today backwards, reaches 50 of 100.
-- Parameters: :today.
-- Columns: kind; overdue; median_due_on and p90_due_on: the day that belongs to the median age and to the p90.
WITH late AS (
  SELECT kind, due_on, COUNT(*) AS actions
  FROM actions
  WHERE status = 'open' AND due_on < :today
  GROUP BY kind, due_on
),
placed AS (
  SELECT kind, due_on, SUM(actions) OVER (PARTITION BY kind ORDER BY due_on DESC) AS place
  FROM late
),
totals AS (
  SELECT kind, SUM(actions) AS total
  FROM late
  GROUP BY kind
)
SELECT placed.kind,
       CAST(MAX(totals.total) AS BIGINT) AS overdue,
       MAX(CASE WHEN 100 * placed.place >= 50 * totals.total THEN placed.due_on END) AS median_due_on,
       MAX(CASE WHEN 100 * placed.place >= 90 * totals.total THEN placed.due_on END) AS p90_due_on
FROM placed
JOIN totals ON totals.kind = placed.kind
GROUP BY placed.kind
ORDER BY placed.kind
