CREATE TABLE case_number_sequence (
  year        INT NOT NULL,
  last_number INT NOT NULL,
  PRIMARY KEY (year)
);

CREATE TABLE support_case (
  id                   BIGINT       NOT NULL AUTO_INCREMENT,
  version              BIGINT       NOT NULL,
  number               CHAR(14)     NOT NULL,
  status               VARCHAR(30)  NOT NULL,
  channel              VARCHAR(10)  NOT NULL,
  customer_id          BIGINT       NOT NULL,
  contact_id           BIGINT       NOT NULL,
  subject              VARCHAR(200) NOT NULL,
  description          TEXT         NOT NULL,
  product              VARCHAR(120) NULL,
  category             VARCHAR(20)  NULL,
  severity             VARCHAR(20)  NOT NULL,
  locale               VARCHAR(35)  NOT NULL,
  affected_users       INT          NULL,
  region               VARCHAR(80)  NULL,
  external_reference   VARCHAR(120) NULL,
  received_at          DATETIME(6)  NOT NULL,
  findings             TEXT         NULL,
  resolution           TEXT         NULL,
  resolved_at          DATETIME(6)  NULL,
  confirmation_due     DATETIME(6)  NULL,
  customer_answer      VARCHAR(12)  NULL,
  ended_at             DATETIME(6)  NULL,
  process_instance_key BIGINT       NULL,
  intake_key           VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  intake_fingerprint   CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY uk_support_case_number (number),
  UNIQUE KEY uk_support_case_intake (intake_key),
  KEY ix_support_case_status (status, received_at),
  KEY ix_support_case_customer (customer_id, received_at),
  KEY ix_support_case_received (received_at),
  CONSTRAINT fk_support_case_customer FOREIGN KEY (customer_id) REFERENCES customer (id),
  CONSTRAINT fk_support_case_contact FOREIGN KEY (contact_id) REFERENCES contact (id)
);

CREATE TABLE timeline_entry (
  id          BIGINT      NOT NULL AUTO_INCREMENT,
  case_id     BIGINT      NOT NULL,
  recorded_at DATETIME(6) NOT NULL,
  kind        VARCHAR(30) NOT NULL,
  actor       VARCHAR(10) NOT NULL,
  actor_name  VARCHAR(120) NULL,
  element_id  VARCHAR(80) NULL,
  step_key    VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL,
  text        TEXT        NULL,
  PRIMARY KEY (id),
  UNIQUE KEY uk_timeline_step (case_id, step_key),
  CONSTRAINT fk_timeline_case FOREIGN KEY (case_id) REFERENCES support_case (id)
);
