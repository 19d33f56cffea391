-- How strong the actions are that were decided on.
-- Parameters: :since and :until, the first and the last day of the period in which the case began.
-- Columns: strength, empty where it is not known; actions.
SELECT COALESCE(strength, '') AS strength, COUNT(*) AS actions
FROM actions
WHERE kind = 'action' AND happened_on >= :since AND happened_on <= :until
GROUP BY COALESCE(strength, '')
ORDER BY strength
