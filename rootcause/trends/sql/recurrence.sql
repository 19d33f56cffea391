-- Which cases are the same again: somebody linked them to an earlier one, or they have a root cause in the very same
-- words as a case begun at most a year before. The link goes before the words, the latest case before older ones.
-- Then, of that earlier case: whether its actions were done when it happened again.
-- Parameters: :since and :until, the first and the last day of the period; :recurrence_start, a year before :since.
-- Columns: cases with a root cause or a link; again; linked: of these, by a link; not_done: an action of the earlier
-- case was open; did_not_help: all its actions were done; no_action: it had none, or is not there any more.
WITH in_order AS (
  SELECT case_id,
         happened_on,
         LAG(happened_on || ' ' || case_id) OVER (PARTITION BY words ORDER BY happened_on, case_id) AS earlier
  FROM causes
  WHERE root = 1 AND words > '' AND happened_on >= :recurrence_start AND happened_on <= :until
),
possible AS (
  SELECT case_id, happened_on, linked_to, NULL AS earlier
  FROM cases
  WHERE happened_on >= :since AND happened_on <= :until AND (root_causes > 0 OR linked_to IS NOT NULL)
  UNION ALL
  SELECT case_id, happened_on, NULL AS linked_to, earlier
  FROM in_order
  WHERE happened_on >= :since
    AND earlier <> happened_on || ' ' || case_id
    AND CAST(REPLACE(happened_on, '-', '') AS BIGINT) <= CAST(REPLACE(SUBSTR(earlier, 1, 10), '-', '') AS BIGINT) + 10000
),
looked_at AS (
  SELECT case_id,
         happened_on,
         MAX(linked_to) AS linked_to,
         COALESCE(MAX(linked_to), SUBSTR(MAX(earlier), 12)) AS earlier_id
  FROM possible
  GROUP BY case_id, happened_on
),
judged AS (
  SELECT looked_at.case_id,
         looked_at.earlier_id,
         looked_at.linked_to,
         COUNT(actions.kind) AS decided,
         COALESCE(SUM(CASE WHEN actions.status = 'open' OR actions.done_on > looked_at.happened_on THEN 1 ELSE 0 END), 0)
           AS undone
  FROM looked_at
  LEFT JOIN actions ON actions.case_id = looked_at.earlier_id AND actions.kind = 'action'
  GROUP BY looked_at.case_id, looked_at.earlier_id, looked_at.linked_to
)
SELECT COUNT(*) AS cases,
       COUNT(earlier_id) AS again,
       COUNT(linked_to) AS linked,
       COALESCE(CAST(SUM(CASE WHEN undone > 0 THEN 1 ELSE 0 END) AS BIGINT), 0) AS not_done,
       COALESCE(CAST(SUM(CASE WHEN decided > 0 AND undone = 0 THEN 1 ELSE 0 END) AS BIGINT), 0) AS did_not_help,
       COALESCE(CAST(SUM(CASE WHEN earlier_id IS NOT NULL AND decided = 0 THEN 1 ELSE 0 END) AS BIGINT), 0) AS no_action
FROM judged
