-- Where each process is: the step that was begun last, on each of its ways. With it a process goes on although its engine is lost.
CREATE TABLE process_place (
  id                   BIGINT       NOT NULL AUTO_INCREMENT,
  generation           INT          NOT NULL,
  process_id           VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  process_instance_key BIGINT       NOT NULL,
  element_id           VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- None while a process that was set going again has not come to the step yet.
  element_instance_key BIGINT       NULL,
  -- What makes the step act once, whichever engine asks for it.
  step_key             VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  case_number          VARCHAR(20)  NULL,
  -- Number of the major case, or reference of the vendor ticket.
  reference            VARCHAR(40)  NULL,
  -- All that the step could see when it was begun.
  variables            JSON         NOT NULL,
  entered_at           DATETIME(6)  NOT NULL,
  PRIMARY KEY (id),
  KEY ix_process_place_instance (generation, process_instance_key),
  KEY ix_process_place_case (case_number, process_id)
);

-- Open tasks of before have a place too.
INSERT INTO process_place (generation, process_id, process_instance_key, element_id, element_instance_key, step_key,
                           case_number, reference, variables, entered_at)
SELECT generation, process_id, process_instance_key, element_id, element_instance_key, element_instance_key,
       case_number, reference, shown, created_at
FROM user_task WHERE state = 'OPEN';

-- What the engine is told and no step has begun with yet.
CREATE TABLE engine_message (
  id              VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  name            VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  correlation_key VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  message         JSON         NOT NULL,
  -- Both none until it is sent.
  sent_at         DATETIME(6)  NULL,
  kept_until      DATETIME(6)  NULL,
  PRIMARY KEY (id),
  KEY ix_engine_message_key (correlation_key, name),
  KEY ix_engine_message_kept (kept_until)
);

-- Those that wait to be sent.
INSERT INTO engine_message (id, name, correlation_key, message)
SELECT task_instance, task_data ->> '$.name', task_data ->> '$.correlationKey', CONVERT(task_data USING utf8mb4)
FROM scheduled_tasks WHERE task_name = 'engine-message';

-- The engine of a generation, by the name that its settings give it, and whether all that was open goes on in it.
ALTER TABLE engine_generation
  ADD COLUMN engine      VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  ADD COLUMN reseated_at DATETIME(6) NULL;

UPDATE engine_generation SET reseated_at = started_at;

-- An ended task of an engine that is lost has no key any more; what was sent for a task is kept until the step after it begins.
ALTER TABLE user_task
  MODIFY COLUMN task_key BIGINT NULL,
  ADD COLUMN step_key VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL,
  ADD COLUMN sent     JSON        NULL,
  ADD KEY ix_user_task_step (step_key);

UPDATE user_task SET step_key = element_instance_key;
