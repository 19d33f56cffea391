-- What is overdue today, in all cases whenever they began: actions, effect reviews, interim fixes past their end,
-- promises to customers, questions left to somebody. How old they are is told by days, so that no engine has to
-- subtract dates: the median age belongs to the day whose place, counted from today backwards, reaches 50 of 100.
-- Parameters: :today.
-- Columns: kind; overdue; median_due_on and p90_due_on: the day that belongs to the median age and to the p90.
WITH placed AS (
  SELECT kind,
         due_on,
         ROW_NUMBER() OVER (PARTITION BY kind ORDER BY due_on DESC) AS place,
         COUNT(*) OVER (PARTITION BY kind) AS total
  FROM actions
  WHERE status = 'open' AND due_on < :today
)
SELECT kind,
       COUNT(*) AS overdue,
       MAX(CASE WHEN 100 * place >= 50 * total THEN due_on END) AS median_due_on,
       MAX(CASE WHEN 100 * place >= 90 * total THEN due_on END) AS p90_due_on
FROM placed
GROUP BY kind
ORDER BY kind
