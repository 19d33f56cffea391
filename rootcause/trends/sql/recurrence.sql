-- Which cases are the same again: somebody linked them to an earlier one, or they have a root cause in the very same
-- words as a case begun at most a year before. The link goes before the words, the latest case before older ones.
-- Then, of that earlier case: whether its actions were done when it happened again.
-- Parameters: :since and :until, the first and the last day of the period; :recurrence_start, a year before :since.
-- Columns: cases with a root cause or a link; again; linked: of these, by a link; not_done: an action of the earlier
-- case was open; did_not_help: all its actions were done; no_action: it had none, or is not there any more.
WITH roots AS (
  SELECT DISTINCT case_id, begun_on, words
  FROM causes
  WHERE root = 1 AND words <> '' AND begun_on >= :recurrence_start AND begun_on <= :until
),
in_order AS (
  SELECT case_id,
         begun_on,
         LAG(case_id) OVER (PARTITION BY words ORDER BY begun_on, case_id) AS earlier_id,
         LAG(begun_on) OVER (PARTITION BY words ORDER BY begun_on, case_id) AS earlier_begun_on
  FROM roots
),
possible AS (
  SELECT case_id, begun_on, linked_to AS earlier_id, '' AS earlier_begun_on, 2 AS worth
  FROM cases
  WHERE begun_on >= :since AND begun_on <= :until AND linked_to IS NOT NULL
  UNION ALL
  SELECT case_id, begun_on, earlier_id, earlier_begun_on, 1 AS worth
  FROM in_order
  WHERE begun_on >= :since
    AND CAST(REPLACE(begun_on, '-', '') AS BIGINT) <= CAST(REPLACE(earlier_begun_on, '-', '') AS BIGINT) + 10000
  UNION ALL
  SELECT case_id, begun_on, NULL AS earlier_id, '' AS earlier_begun_on, 0 AS worth
  FROM cases
  WHERE begun_on >= :since AND begun_on <= :until AND root_causes > 0
),
by_worth AS (
  SELECT case_id,
         begun_on,
         earlier_id,
         worth,
         ROW_NUMBER() OVER (PARTITION BY case_id ORDER BY worth DESC, earlier_begun_on DESC, earlier_id DESC) AS place
  FROM possible
),
judged AS (
  SELECT by_worth.case_id,
         by_worth.worth,
         COUNT(actions.item_id) AS decided,
         COALESCE(SUM(CASE WHEN actions.status = 'open' OR actions.done_on > by_worth.begun_on THEN 1 ELSE 0 END), 0)
           AS undone
  FROM by_worth
  LEFT JOIN actions ON actions.case_id = by_worth.earlier_id AND actions.kind = 'action'
  WHERE by_worth.place = 1
  GROUP BY by_worth.case_id, by_worth.worth
)
SELECT COUNT(*) AS cases,
       COALESCE(CAST(SUM(CASE WHEN worth > 0 THEN 1 ELSE 0 END) AS BIGINT), 0) AS again,
       COALESCE(CAST(SUM(CASE WHEN worth = 2 THEN 1 ELSE 0 END) AS BIGINT), 0) AS linked,
       COALESCE(CAST(SUM(CASE WHEN undone > 0 THEN 1 ELSE 0 END) AS BIGINT), 0) AS not_done,
       COALESCE(CAST(SUM(CASE WHEN decided > 0 AND undone = 0 THEN 1 ELSE 0 END) AS BIGINT), 0) AS did_not_help,
       COALESCE(CAST(SUM(CASE WHEN worth > 0 AND decided = 0 THEN 1 ELSE 0 END) AS BIGINT), 0) AS no_action
FROM judged
