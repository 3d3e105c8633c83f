-- What a customer pays for a month, in one currency.
CREATE TABLE statement (
  id          BIGINT        NOT NULL AUTO_INCREMENT,
  customer_id BIGINT        NOT NULL,
  -- Its first day.
  month       DATE          NOT NULL,
  currency    CHAR(3)       NOT NULL,
  state       VARCHAR(12)   NOT NULL,
  proposals   INT           NOT NULL DEFAULT 0,
  number      CHAR(14)      CHARACTER SET ascii COLLATE ascii_bin NULL,
  made_at     DATETIME(6)   NOT NULL,
  proposed_by VARCHAR(190)  NULL,
  proposed_at DATETIME(6)   NULL,
  decided_by  VARCHAR(190)  NULL,
  decided_at  DATETIME(6)   NULL,
  decision    VARCHAR(2000) NULL,
  PRIMARY KEY (id),
  UNIQUE KEY uk_statement_month (customer_id, month, currency),
  UNIQUE KEY uk_statement_number (number),
  KEY ix_statement_month (month, state),
  CONSTRAINT fk_statement_customer FOREIGN KEY (customer_id) REFERENCES customer (id)
);

-- No charge stands on two statements, or twice on one.
CREATE TABLE statement_line (
  statement_id   BIGINT NOT NULL,
  position       INT    NOT NULL,
  charge_line_id BIGINT NOT NULL,
  PRIMARY KEY (statement_id, position),
  UNIQUE KEY uk_statement_line_charge (charge_line_id),
  CONSTRAINT fk_statement_line_statement FOREIGN KEY (statement_id) REFERENCES statement (id),
  CONSTRAINT fk_statement_line_charge FOREIGN KEY (charge_line_id) REFERENCES charge_line (id)
);

-- The last number of each year. It is counted on in the transaction of the approval, so that there are no gaps.
CREATE TABLE statement_number (
  year        INT NOT NULL,
  last_number INT NOT NULL,
  PRIMARY KEY (year)
);

-- Whom a statement was sent to, as often as it was sent.
CREATE TABLE statement_letter (
  id           BIGINT       NOT NULL AUTO_INCREMENT,
  statement_id BIGINT       NOT NULL,
  contact_id   BIGINT       NOT NULL,
  asked_at     DATETIME(6)  NOT NULL,
  told_at      DATETIME(6)  NULL,
  failure      VARCHAR(255) NULL,
  PRIMARY KEY (id),
  KEY ix_statement_letter_statement (statement_id, id),
  CONSTRAINT fk_statement_letter_statement FOREIGN KEY (statement_id) REFERENCES statement (id),
  CONSTRAINT fk_statement_letter_contact FOREIGN KEY (contact_id) REFERENCES contact (id)
);
