CREATE TABLE major_case (
  id                   BIGINT       NOT NULL AUTO_INCREMENT,
  version              BIGINT       NOT NULL,
  service              VARCHAR(120) NOT NULL,
  region               VARCHAR(80)  NOT NULL,
  state                VARCHAR(12)  NOT NULL,
  since                DATETIME(6)  NOT NULL,
  proposed_at          DATETIME(6)  NOT NULL,
  process_instance_key BIGINT       NULL,
  confirmed_by         VARCHAR(120) NULL,
  ended_at             DATETIME(6)  NULL,
  -- At most one per service and region that is not ended; ended ones have none.
  open_key             VARCHAR(201) AS (IF(state IN ('PROPOSED', 'OPEN'), CONCAT(service, '|', region), NULL)) STORED,
  PRIMARY KEY (id),
  UNIQUE KEY uk_major_case_open (open_key),
  KEY ix_major_case_state (state)
);

CREATE TABLE major_case_child (
  id            BIGINT      NOT NULL AUTO_INCREMENT,
  version       BIGINT      NOT NULL,
  major_case_id BIGINT      NOT NULL,
  case_number   CHAR(14)    NOT NULL,
  announced_at  DATETIME(6) NULL,
  joined_at     DATETIME(6) NULL,
  PRIMARY KEY (id),
  -- A case counts once: what belonged to one major case is no sign of another.
  UNIQUE KEY uk_major_case_child_case (case_number),
  KEY ix_major_case_child_major_case (major_case_id),
  CONSTRAINT fk_major_case_child_major_case FOREIGN KEY (major_case_id) REFERENCES major_case (id)
);
