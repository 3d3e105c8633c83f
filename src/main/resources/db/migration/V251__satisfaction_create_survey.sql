-- Whether and when the contact of a case was asked how satisfied it is; one for each case.
CREATE TABLE survey (
  id            BIGINT       NOT NULL AUTO_INCREMENT,
  case_number   CHAR(14)     NOT NULL,
  planned_at    DATETIME(6)  NOT NULL,
  asked_at      DATETIME(6)  NULL,
  valid_until   DATETIME(6)  NULL,
  -- Why it was not asked.
  left_out      VARCHAR(20)  NULL,
  rating        INT          NULL,
  comment       TEXT         NULL,
  answered_at   DATETIME(6)  NULL,
  -- Of a low rating: what a person did about it.
  needs_call    BOOLEAN      NOT NULL DEFAULT FALSE,
  called_at     DATETIME(6)  NULL,
  called_by     VARCHAR(190) NULL,
  call_note     TEXT         NULL,
  PRIMARY KEY (id),
  UNIQUE KEY uk_survey_case (case_number),
  KEY ix_survey_answered (answered_at),
  KEY ix_survey_call (needs_call, called_at),
  CONSTRAINT fk_survey_case FOREIGN KEY (case_number) REFERENCES support_case (number)
);

-- A letter that a mail server did not take at first has another link when it is sent again; nothing but their hashes is kept.
CREATE TABLE survey_link (
  token_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  survey_id  BIGINT   NOT NULL,
  PRIMARY KEY (token_hash),
  KEY ix_survey_link_survey (survey_id),
  CONSTRAINT fk_survey_link FOREIGN KEY (survey_id) REFERENCES survey (id)
);
