-- A letter that a mail server did not take at first has another link when it is sent again; nothing but their hashes is kept.
CREATE TABLE statement_link (
  token_hash  CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  letter_id   BIGINT      NOT NULL,
  valid_until DATETIME(6) NOT NULL,
  PRIMARY KEY (token_hash),
  KEY ix_statement_link_letter (letter_id),
  CONSTRAINT fk_statement_link_letter FOREIGN KEY (letter_id) REFERENCES statement_letter (id)
);

-- The cases in which a customer disputes a line.
CREATE TABLE statement_dispute (
  case_number  CHAR(14)    NOT NULL,
  statement_id BIGINT      NOT NULL,
  position     INT         NOT NULL,
  disputed_at  DATETIME(6) NOT NULL,
  PRIMARY KEY (case_number),
  KEY ix_statement_dispute_line (statement_id, position),
  CONSTRAINT fk_statement_dispute_case FOREIGN KEY (case_number) REFERENCES support_case (number),
  CONSTRAINT fk_statement_dispute_line FOREIGN KEY (statement_id, position) REFERENCES statement_line (statement_id, position)
);
