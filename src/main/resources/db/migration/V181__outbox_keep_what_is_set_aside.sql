-- Entries of the outbox whose delivery was refused for good; a person decides what becomes of them.
CREATE TABLE outbox_aside (
  task_name     VARCHAR(100) NOT NULL,
  task_instance VARCHAR(100) NOT NULL,
  task_data     BLOB         NULL,
  priority      SMALLINT     NULL,
  created_at    TIMESTAMP(6) NOT NULL,
  reason        VARCHAR(500) NOT NULL,
  aside_at      DATETIME(6)  NOT NULL,
  PRIMARY KEY (task_name, task_instance)
);

-- A letter that could not be delivered waits for somebody until then.
ALTER TABLE message ADD COLUMN failure_settled_at DATETIME(6) NULL;

-- What somebody decided about something that could not reach where it was meant to go.
CREATE TABLE dead_letter_decision (
  id          BIGINT       NOT NULL AUTO_INCREMENT,
  crossing    VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  letter      VARCHAR(210) NOT NULL,
  case_number CHAR(14)     NULL,
  action      VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  target      VARCHAR(20)  NULL,
  reason      VARCHAR(500) NULL,
  person      VARCHAR(190) NOT NULL,
  person_name VARCHAR(190) NOT NULL,
  decided_at  DATETIME(6)  NOT NULL,
  PRIMARY KEY (id)
);
