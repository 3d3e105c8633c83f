-- What came from a file was the same for all customers; from now on each scope is read from Microsoft.
DELETE FROM service_issue;
DELETE FROM service_health_read;

-- A scope may have been asked for without ever having been read.
ALTER TABLE service_health_read
  MODIFY read_at      DATETIME(6)   NULL,
  ADD all_read_at     DATETIME(6)   NULL,
  ADD asked_at        DATETIME(6)   NOT NULL,
  ADD unanswered_since DATETIME(6)  NULL,
  ADD problem         VARCHAR(1000) NULL;

ALTER TABLE service_issue ADD modified_at DATETIME(6) NULL;
