-- What people who are logged in sent for tasks whose answers count only so, before the engine heard of it.
CREATE TABLE signed_answer (
  task_id   BIGINT       NOT NULL,
  person    VARCHAR(190) NOT NULL,
  answers   JSON         NOT NULL,
  signed_at DATETIME(6)  NOT NULL,
  -- The step that went by it: each answer counts for one.
  step_key  VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NULL,
  PRIMARY KEY (task_id),
  CONSTRAINT fk_signed_answer_task FOREIGN KEY (task_id) REFERENCES user_task (id)
);
