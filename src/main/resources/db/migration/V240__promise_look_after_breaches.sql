CREATE TABLE promise_breach (
  promise_id  BIGINT      NOT NULL,
  percent     INT         NOT NULL,
  case_number CHAR(14)    NOT NULL,
  breach_key  VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  opened_at   DATETIME(6) NOT NULL,
  settled_at  DATETIME(6) NULL,
  PRIMARY KEY (promise_id, percent),
  UNIQUE KEY uk_promise_breach (breach_key),
  KEY ix_promise_breach_open (settled_at),
  CONSTRAINT fk_promise_breach FOREIGN KEY (promise_id) REFERENCES promise (id)
);

CREATE INDEX ix_promise_running ON promise (ended_at, kind, outcome);
CREATE INDEX ix_promise_due ON promise (ended_at, due_at);
