-- An engine that starts empty issues the keys of its predecessor again; the generation tells them apart.
CREATE TABLE engine_generation (
  id         INT          NOT NULL AUTO_INCREMENT,
  started_at DATETIME(6)  NOT NULL,
  reason     VARCHAR(200) NOT NULL,
  PRIMARY KEY (id)
);

INSERT INTO engine_generation (started_at, reason) VALUES (UTC_TIMESTAMP(6), 'The first engine');

-- One row per user task of the engine, kept by the listeners of its tasks.
CREATE TABLE user_task (
  id                   BIGINT       NOT NULL AUTO_INCREMENT,
  generation           INT          NOT NULL,
  task_key             BIGINT       NOT NULL,
  process_id           VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  element_id           VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  process_instance_key BIGINT       NOT NULL,
  element_instance_key BIGINT       NOT NULL,
  case_number          VARCHAR(20)  NULL,
  -- Number of the major case, or reference of the vendor ticket.
  reference            VARCHAR(40)  NULL,
  queue                VARCHAR(64)  NULL,
  assignee             VARCHAR(190) NULL,
  priority             INT          NOT NULL,
  due                  DATETIME(6)  NULL,
  state                VARCHAR(12)  NOT NULL,
  -- The variables the task had when it was made.
  shown                JSON         NOT NULL,
  created_at           DATETIME(6)  NOT NULL,
  assigned_at          DATETIME(6)  NULL,
  ended_at             DATETIME(6)  NULL,
  completed_by         VARCHAR(190) NULL,
  PRIMARY KEY (id),
  UNIQUE KEY uk_user_task_key (generation, task_key),
  KEY ix_user_task_queue (state, queue),
  KEY ix_user_task_assignee (state, assignee),
  KEY ix_user_task_case (case_number, state),
  KEY ix_user_task_instance (generation, process_instance_key)
);
