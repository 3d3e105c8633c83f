-- Who had incidents retried, and what came of it.
CREATE TABLE operations_command (
  id           BIGINT       NOT NULL AUTO_INCREMENT,
  cause        CHAR(16)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  process_id   VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  element_id   VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  person       VARCHAR(190) NOT NULL,
  person_name  VARCHAR(190) NOT NULL,
  started_at   DATETIME(6)  NOT NULL,
  wanted       INT          NOT NULL,
  resolved     INT          NOT NULL DEFAULT 0,
  failed       INT          NOT NULL DEFAULT 0,
  under_way    INT          NOT NULL DEFAULT 0,
  state        VARCHAR(12)  NOT NULL,
  reason       VARCHAR(700) NOT NULL DEFAULT '',
  -- Renewed while it runs; one that was not renewed for long has lost its program.
  beat_at      DATETIME(6)  NOT NULL,
  ended_at     DATETIME(6)  NULL,
  running      TINYINT GENERATED ALWAYS AS (CASE WHEN state = 'RUNNING' THEN 1 END) STORED,
  PRIMARY KEY (id),
  UNIQUE KEY uk_operations_command_running (cause, running),
  KEY ix_operations_command_state (state, beat_at)
);

-- Incidents know their process, not their case.
ALTER TABLE support_case ADD KEY ix_support_case_process (process_instance_key);
