-- Each time a case is taken up by another process it has a life of its own, which the engine is told.
ALTER TABLE support_case ADD COLUMN reopenings INT NOT NULL DEFAULT 0;

-- A message is read in a process of its own. Where the engine starts empty, what is unread goes on as such a process; in any
-- other engine it goes on as it began.
UPDATE user_task t JOIN process_place p ON p.step_key = t.step_key AND p.generation = t.generation
  JOIN engine_generation g ON g.id = p.generation
SET t.process_id = 'customer-message', t.process_instance_key = -p.id
WHERE p.process_id = 'support-case' AND p.element_id IN ('userTask_ReadMessage', 'serviceTask_RecordReading')
  AND t.element_id = 'userTask_ReadMessage' AND g.engine IS NOT NULL;

UPDATE process_place p JOIN engine_generation g ON g.id = p.generation
SET p.process_id = 'customer-message', p.process_instance_key = -p.id
WHERE p.process_id = 'support-case' AND p.element_id IN ('userTask_ReadMessage', 'serviceTask_RecordReading')
  AND g.engine IS NOT NULL;
