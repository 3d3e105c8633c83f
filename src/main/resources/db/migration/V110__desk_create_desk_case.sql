-- What the lists of the Desk show, sort and filter by, so that a list reads no message, customer or plan.
CREATE TABLE desk_case (
  case_id           BIGINT       NOT NULL,
  number            VARCHAR(20)  NOT NULL,
  customer_id       BIGINT       NOT NULL,
  customer_name     VARCHAR(120) NOT NULL,
  contact_name      VARCHAR(120) NOT NULL,
  subject           VARCHAR(200) NOT NULL,
  locale            VARCHAR(35)  NOT NULL,
  severity          VARCHAR(20)  NOT NULL,
  status            VARCHAR(30)  NOT NULL,
  queue             VARCHAR(64)  NOT NULL,
  promise_due       DATETIME(6)  NULL,
  customer_wrote_at DATETIME(6)  NULL,
  answered_at       DATETIME(6)  NULL,
  PRIMARY KEY (case_id),
  -- Tasks know the number of their case; what they are sorted by lies beside it.
  KEY ix_desk_case_number (number, promise_due, severity, customer_wrote_at, queue, customer_name),
  KEY ix_desk_case_status (status, number),
  KEY ix_desk_case_customer (customer_id, status),
  KEY ix_desk_case_promise (promise_due, number),
  CONSTRAINT fk_desk_case FOREIGN KEY (case_id) REFERENCES support_case (id)
);

-- What a case is found by: each word once, without accents and in lower case. Words of a case never change.
CREATE TABLE desk_word (
  word    VARCHAR(40) COLLATE utf8mb4_bin NOT NULL,
  case_id BIGINT      NOT NULL,
  PRIMARY KEY (word, case_id)
);

-- All that the order of a list rests on, so that only the rows of one page are read whole.
CREATE INDEX ix_user_task_desk ON user_task (state, case_number, queue, assignee, priority, due, element_id);
