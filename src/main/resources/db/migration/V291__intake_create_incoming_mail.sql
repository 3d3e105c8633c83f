-- Each mail of a customer from the moment it was taken; the mail itself lies among the files.
CREATE TABLE incoming_mail (
  id                BIGINT       NOT NULL AUTO_INCREMENT,
  -- What it is called where it came in, so that it is taken once.
  arrival           CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  file_id           CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NULL,
  size              BIGINT       NOT NULL,
  received_at       DATETIME(6)  NOT NULL,
  tries             INT          NOT NULL DEFAULT 0,
  fate              VARCHAR(20)  NOT NULL,
  -- How often it was put before a person.
  rounds            INT          NOT NULL DEFAULT 0,
  -- The same words of the same sender under the same id are the same mail, in whichever mailbox; the first one has it.
  likeness          CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NULL,
  sender            VARCHAR(320) NULL,
  sender_name       VARCHAR(120) NULL,
  sender_proven     BOOLEAN      NOT NULL DEFAULT FALSE,
  subject           VARCHAR(255) NULL,
  sent_at           DATETIME(6)  NULL,
  internet_id       VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NULL,
  aside_reason      VARCHAR(20)  NULL,
  proposed_case     CHAR(14)     NULL,
  proposed_customer BIGINT       NULL,
  contact_id        BIGINT       NULL,
  case_number       CHAR(14)     NULL,
  message_id        BIGINT       NULL,
  decided_by        VARCHAR(190) NULL,
  decided_at        DATETIME(6)  NULL,
  decision          VARCHAR(2000) NULL,
  PRIMARY KEY (id),
  UNIQUE KEY uk_incoming_mail_arrival (arrival),
  UNIQUE KEY uk_incoming_mail_likeness (likeness),
  KEY ix_incoming_mail_fate (fate, received_at),
  KEY ix_incoming_mail_contact (contact_id, received_at),
  KEY ix_incoming_mail_case (case_number),
  KEY ix_incoming_mail_file (file_id),
  CONSTRAINT ck_incoming_mail_aside CHECK (fate <> 'ASIDE' OR aside_reason IS NOT NULL)
);

-- By which an answer finds its case when its mail program leaves everything else out.
CREATE TABLE reply_token (
  case_number CHAR(14)    NOT NULL,
  token       CHAR(32)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (case_number),
  UNIQUE KEY uk_reply_token (token)
);
