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
in_same_words AS (
  SELECT case_id,
         earlier_id,
         ROW_NUMBER() OVER (PARTITION BY case_id ORDER BY earlier_begun_on DESC, earlier_id DESC) AS place
  FROM in_order
  WHERE begun_on >= :since
    AND CAST(REPLACE(begun_on, '-', '') AS BIGINT) <= CAST(REPLACE(earlier_begun_on, '-', '') AS BIGINT) + 10000
),
looked_at AS (
  SELECT cases.case_id,
         cases.begun_on,
         CASE WHEN cases.linked_to IS NULL THEN 0 ELSE 1 END AS is_linked,
         COALESCE(cases.linked_to, in_same_words.earlier_id) AS earlier_id
  FROM cases
  LEFT JOIN in_same_words ON in_same_words.case_id = cases.case_id AND in_same_words.place = 1
  WHERE cases.begun_on >= :since AND cases.begun_on <= :until
    AND (cases.root_causes > 0 OR cases.linked_to IS NOT NULL)
),
judged AS (
  SELECT looked_at.case_id,
         looked_at.is_linked,
         CASE WHEN looked_at.earlier_id IS NULL THEN 0 ELSE 1 END AS is_again,
         COUNT(actions.item_id) AS decided,
         COALESCE(SUM(CASE WHEN actions.status = 'open' OR actions.done_on > looked_at.begun_on THEN 1 ELSE 0 END), 0)
           AS undone
  FROM looked_at
  LEFT JOIN actions ON actions.case_id = looked_at.earlier_id AND actions.kind = 'action'
  GROUP BY looked_at.case_id, looked_at.is_linked, looked_at.earlier_id
)
SELECT COUNT(*) AS cases,
       COALESCE(CAST(SUM(is_again) AS BIGINT), 0) AS again,
       COALESCE(CAST(SUM(is_linked) AS BIGINT), 0) AS linked,
       COALESCE(CAST(SUM(CASE WHEN undone > 0 THEN 1 ELSE 0 END) AS BIGINT), 0) AS not_done,
       COALESCE(CAST(SUM(CASE WHEN decided > 0 AND undone = 0 THEN 1 ELSE 0 END) AS BIGINT), 0) AS did_not_help,
       COALESCE(CAST(SUM(CASE WHEN is_again = 1 AND decided = 0 THEN 1 ELSE 0 END) AS BIGINT), 0) AS no_action
FROM judged
