-- What an agent wrote to a customer and may still take back; what has gone out is a message.
CREATE TABLE held_letter (
  id         BIGINT       NOT NULL AUTO_INCREMENT,
  case_id    BIGINT       NOT NULL,
  letter_key VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  author     VARCHAR(190) NULL,
  body       TEXT         NOT NULL,
  goes_at    DATETIME(6)  NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY uk_held_letter_key (case_id, letter_key),
  CONSTRAINT fk_held_letter_case FOREIGN KEY (case_id) REFERENCES support_case (id)
);
