ALTER TABLE support_case
  ADD COLUMN queue             VARCHAR(20)  NOT NULL DEFAULT 'FIRST_LINE',
  ADD COLUMN severity_stated   BOOLEAN      NOT NULL DEFAULT TRUE,
  ADD COLUMN hand_off_category VARCHAR(40)  NULL,
  ADD COLUMN known_issue       VARCHAR(80)  NULL,
  ADD COLUMN question          TEXT         NULL,
  ADD COLUMN reply_due         DATETIME(6)  NULL,
  ADD COLUMN duplicate_of      VARCHAR(14)  NULL,
  ADD COLUMN follow_up_of      VARCHAR(14)  NULL,
  ADD KEY ix_support_case_known_issue (known_issue);

UPDATE support_case SET queue = category WHERE category IS NOT NULL;

CREATE TABLE evidence (
  id          BIGINT       NOT NULL AUTO_INCREMENT,
  case_id     BIGINT       NOT NULL,
  kind        VARCHAR(20)  NOT NULL,
  text        TEXT         NOT NULL,
  role        VARCHAR(120) NULL,
  recorded_by VARCHAR(120) NULL,
  recorded_at DATETIME(6)  NOT NULL,
  step_key    VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY uk_evidence_step (case_id, kind, step_key),
  CONSTRAINT fk_evidence_case FOREIGN KEY (case_id) REFERENCES support_case (id)
);

CREATE TABLE planned_action (
  id          BIGINT         NOT NULL AUTO_INCREMENT,
  version     BIGINT         NOT NULL,
  case_id     BIGINT         NOT NULL,
  action      VARCHAR(40)    NOT NULL,
  detail      TEXT           NULL,
  amount      DECIMAL(12, 2) NULL,
  proposed_by VARCHAR(120)   NOT NULL,
  decided_by  VARCHAR(120)   NULL,
  state       VARCHAR(10)    NOT NULL,
  PRIMARY KEY (id),
  KEY ix_planned_action_case (case_id, id),
  CONSTRAINT fk_planned_action_case FOREIGN KEY (case_id) REFERENCES support_case (id)
);
