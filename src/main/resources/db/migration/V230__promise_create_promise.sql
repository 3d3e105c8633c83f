-- Versions of calendars, as they are written down. One that a promise was measured by never changes.
CREATE TABLE service_calendar (
  name    VARCHAR(80) NOT NULL,
  content TEXT        NOT NULL,
  PRIMARY KEY (name)
);

INSERT INTO service_calendar (name, content) VALUES
  ('always-1', '{"zone":"UTC","hours":["mon-sun 00:00-24:00"],"closedDays":[],"openSpans":[]}');

-- What outcome and due_at say follows from the segments; they are kept for lists.
CREATE TABLE promise (
  id          BIGINT       NOT NULL AUTO_INCREMENT,
  case_number CHAR(14)     NOT NULL,
  kind        VARCHAR(20)  NOT NULL,
  thresholds  VARCHAR(100) NOT NULL,
  hold_key    VARCHAR(120) NULL,
  hold_by     VARCHAR(40)  NULL,
  hold_why    VARCHAR(200) NULL,
  generation  BIGINT       NOT NULL,
  ended_at    DATETIME(6)  NULL,
  dropped     BOOLEAN      NOT NULL,
  outcome     VARCHAR(10)  NOT NULL,
  due_at      DATETIME(6)  NULL,
  PRIMARY KEY (id),
  KEY ix_promise_case (case_number, kind),
  CONSTRAINT fk_promise_case FOREIGN KEY (case_number) REFERENCES support_case (number)
);

CREATE TABLE promise_terms (
  promise_id     BIGINT       NOT NULL,
  place          INT          NOT NULL,
  since          DATETIME(6)  NOT NULL,
  plan           VARCHAR(120) NOT NULL,
  severity       VARCHAR(20)  NOT NULL,
  calendar       VARCHAR(80)  NOT NULL,
  target_seconds BIGINT       NOT NULL,
  PRIMARY KEY (promise_id, place),
  CONSTRAINT fk_promise_terms FOREIGN KEY (promise_id) REFERENCES promise (id),
  CONSTRAINT fk_promise_terms_calendar FOREIGN KEY (calendar) REFERENCES service_calendar (name)
);

CREATE TABLE promise_segment (
  promise_id  BIGINT       NOT NULL,
  place       INT          NOT NULL,
  began_at    DATETIME(6)  NOT NULL,
  ended_at    DATETIME(6)  NOT NULL,
  state       VARCHAR(20)  NOT NULL,
  day_off     VARCHAR(200) NULL,
  hold_key    VARCHAR(120) NULL,
  hold_by     VARCHAR(40)  NULL,
  hold_why    VARCHAR(200) NULL,
  terms_place INT          NOT NULL,
  PRIMARY KEY (promise_id, place),
  CONSTRAINT fk_promise_segment FOREIGN KEY (promise_id) REFERENCES promise (id)
);

CREATE TABLE promise_passing (
  promise_id BIGINT      NOT NULL,
  percent    INT         NOT NULL,
  passed_at  DATETIME(6) NOT NULL,
  PRIMARY KEY (promise_id, percent),
  CONSTRAINT fk_promise_passing FOREIGN KEY (promise_id) REFERENCES promise (id)
);
