-- By which mail address somebody is called.
CREATE TABLE oncall_person (
  login   VARCHAR(190) NOT NULL,
  address VARCHAR(254) NOT NULL,
  PRIMARY KEY (login)
);

CREATE TABLE oncall_shift (
  id        BIGINT       NOT NULL AUTO_INCREMENT,
  queue     VARCHAR(64)  NOT NULL,
  login     VARCHAR(190) NOT NULL,
  begins_at DATETIME(6)  NOT NULL,
  ends_at   DATETIME(6)  NOT NULL,
  PRIMARY KEY (id),
  KEY ix_oncall_shift_ends (ends_at)
);

CREATE TABLE oncall_call (
  id          BIGINT       NOT NULL AUTO_INCREMENT,
  call_key    VARCHAR(80)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  case_number CHAR(14)     NOT NULL,
  queue       VARCHAR(64)  NOT NULL,
  reason      VARCHAR(120) NOT NULL,
  opened_at   DATETIME(6)  NOT NULL,
  answered_by VARCHAR(190) NULL,
  closed_at   DATETIME(6)  NULL,
  PRIMARY KEY (id),
  UNIQUE KEY uk_oncall_call (call_key),
  KEY ix_oncall_call_case (case_number, closed_at)
);

CREATE TABLE oncall_attempt (
  id        BIGINT       NOT NULL AUTO_INCREMENT,
  call_id   BIGINT       NOT NULL,
  login     VARCHAR(190) NOT NULL,
  called_at DATETIME(6)  NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY uk_oncall_attempt (call_id, login),
  CONSTRAINT fk_oncall_attempt FOREIGN KEY (call_id) REFERENCES oncall_call (id)
);
