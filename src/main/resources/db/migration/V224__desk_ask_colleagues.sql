-- A note that asks one colleague, until the answer; the words are the message of the same key.
CREATE TABLE desk_question (
  id           BIGINT       NOT NULL AUTO_INCREMENT,
  case_number  CHAR(14)     NOT NULL,
  question_key VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  asked_by     VARCHAR(190) NOT NULL,
  asked_of     VARCHAR(190) NOT NULL,
  asked_at     DATETIME(6)  NOT NULL,
  answered_at  DATETIME(6)  NULL,
  answer_key   VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NULL,
  PRIMARY KEY (id),
  UNIQUE KEY uk_desk_question_key (case_number, question_key),
  KEY ix_desk_question_open (asked_of, answered_at)
);
