-- Links by which a contact reads and answers a case without a login. The link itself is known to the reader of its letter only.
CREATE TABLE case_link (
  token_hash   CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  case_number  CHAR(14)     NOT NULL,
  contact_id   BIGINT       NOT NULL,
  made_at      DATETIME(6)  NOT NULL,
  valid_until  DATETIME(6)  NOT NULL,
  withdrawn_at DATETIME(6)  NULL,
  withdrawn_by VARCHAR(120) NULL,
  PRIMARY KEY (token_hash),
  KEY ix_case_link_case (case_number, valid_until),
  CONSTRAINT fk_case_link_contact FOREIGN KEY (contact_id) REFERENCES contact (id)
);
