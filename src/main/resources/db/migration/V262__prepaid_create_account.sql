-- Prepaid hours in minutes. The figures of an account are always the sums of its entries, which are only added.
CREATE TABLE prepaid_account (
  customer_id      BIGINT  NOT NULL,
  held_minutes     INT     NOT NULL,
  reserved_minutes INT     NOT NULL,
  is_low           BOOLEAN NOT NULL,
  PRIMARY KEY (customer_id),
  CONSTRAINT ck_prepaid_account_reserved CHECK (reserved_minutes >= 0),
  CONSTRAINT ck_prepaid_account_free CHECK (held_minutes >= reserved_minutes),
  CONSTRAINT fk_prepaid_account_customer FOREIGN KEY (customer_id) REFERENCES customer (id)
);

-- What of it belongs to a case. The key of its entries goes on from the number of moves.
CREATE TABLE prepaid_case (
  case_number      CHAR(14) NOT NULL,
  customer_id      BIGINT   NOT NULL,
  reserved_minutes INT      NOT NULL,
  used_minutes     INT      NOT NULL,
  asked_minutes    INT      NULL,
  is_worked        BOOLEAN  NOT NULL,
  moves            INT      NOT NULL,
  PRIMARY KEY (case_number),
  CONSTRAINT ck_prepaid_case_reserved CHECK (reserved_minutes >= 0),
  CONSTRAINT ck_prepaid_case_used CHECK (used_minutes >= 0),
  CONSTRAINT fk_prepaid_case_case FOREIGN KEY (case_number) REFERENCES support_case (number),
  CONSTRAINT fk_prepaid_case_account FOREIGN KEY (customer_id) REFERENCES prepaid_account (customer_id)
);

CREATE TABLE prepaid_entry (
  id          BIGINT       NOT NULL AUTO_INCREMENT,
  customer_id BIGINT       NOT NULL,
  case_number CHAR(14)     NULL,
  entry_key   VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  kind        VARCHAR(20)  NOT NULL,
  minutes     INT          NOT NULL,
  note        VARCHAR(200) NULL,
  login       VARCHAR(190) NULL,
  made_at     DATETIME(6)  NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY uk_prepaid_entry_key (entry_key),
  KEY ix_prepaid_entry_customer (customer_id, id),
  KEY ix_prepaid_entry_case (case_number),
  CONSTRAINT ck_prepaid_entry_minutes CHECK (minutes > 0),
  CONSTRAINT fk_prepaid_entry_account FOREIGN KEY (customer_id) REFERENCES prepaid_account (customer_id),
  CONSTRAINT fk_prepaid_entry_case FOREIGN KEY (case_number) REFERENCES prepaid_case (case_number)
);

-- Letters to customers of whose hours little is left, each with the key of the entry after which it was so.
CREATE TABLE prepaid_letter (
  id           BIGINT       NOT NULL AUTO_INCREMENT,
  entry_key    VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  customer_id  BIGINT       NOT NULL,
  contact_id   BIGINT       NOT NULL,
  held_minutes INT          NOT NULL,
  free_minutes INT          NOT NULL,
  asked_at     DATETIME(6)  NOT NULL,
  told_at      DATETIME(6)  NULL,
  failure      VARCHAR(255) NULL,
  PRIMARY KEY (id),
  UNIQUE KEY uk_prepaid_letter_entry (entry_key),
  KEY ix_prepaid_letter_customer (customer_id),
  CONSTRAINT fk_prepaid_letter_account FOREIGN KEY (customer_id) REFERENCES prepaid_account (customer_id),
  CONSTRAINT fk_prepaid_letter_contact FOREIGN KEY (contact_id) REFERENCES contact (id)
);
