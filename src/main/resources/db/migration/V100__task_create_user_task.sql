CREATE TABLE engine_generation (
  generation INT NOT NULL,
  PRIMARY KEY (generation)
);
INSERT INTO engine_generation VALUES (1);

CREATE TABLE user_task (
  id                   BIGINT       NOT NULL AUTO_INCREMENT,
  generation           INT          NOT NULL,
  task_key             BIGINT       NOT NULL,
  process_id           VARCHAR(64)  NOT NULL,
  element_id           VARCHAR(128) NOT NULL,
  process_instance_key BIGINT       NOT NULL,
  element_instance_key BIGINT       NOT NULL,
  case_number          VARCHAR(20)  NULL,
  reference            VARCHAR(40)  NULL,
  queue                VARCHAR(64)  NULL,
  assignee             VARCHAR(190) NULL,
  priority             INT          NOT NULL,
  due                  DATETIME(6)  NULL,
  state                VARCHAR(12)  NOT NULL,
  shown                JSON         NOT NULL,
  created_at           DATETIME(6)  NOT NULL,
  assigned_at          DATETIME(6)  NULL,
  ended_at             DATETIME(6)  NULL,
  completed_by         VARCHAR(190) NULL,
  PRIMARY KEY (id),
  UNIQUE KEY uk_user_task_key (generation, task_key),
  KEY ix_user_task_queue (state, queue),
  KEY ix_user_task_assignee (state, assignee),
  KEY ix_user_task_case (state, case_number),
  KEY ix_user_task_instance (generation, process_instance_key)
);
