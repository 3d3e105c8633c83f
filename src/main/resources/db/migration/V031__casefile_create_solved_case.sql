-- Apart from support_case, so that a new case never waits for a full-text index. Nothing here names a customer.
CREATE TABLE solved_case (
  case_id    BIGINT       NOT NULL,
  number     CHAR(14)     NOT NULL,
  product    VARCHAR(120) NOT NULL,
  subject    VARCHAR(200) NOT NULL,
  resolution VARCHAR(700) NOT NULL,
  closed_at  DATETIME(6)  NOT NULL,
  -- What it can be found by: words, pairs of letters of scripts without blanks, and subjects; each once.
  words      TEXT         NOT NULL,
  PRIMARY KEY (case_id),
  FULLTEXT KEY ft_solved_case_words (words),
  CONSTRAINT fk_solved_case FOREIGN KEY (case_id) REFERENCES support_case (id)
);
