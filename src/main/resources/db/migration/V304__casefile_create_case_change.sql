-- What is noted in the transaction of a change, until its place among the changes is given to the case.
CREATE TABLE case_touch (
  id          BIGINT   NOT NULL AUTO_INCREMENT,
  case_number CHAR(14) NOT NULL,
  PRIMARY KEY (id)
);

-- Each case at the place of its last change. Places are given one after another to what has committed, so that whoever reads on
-- behind one misses no change of a transaction that took long.
CREATE TABLE case_change (
  case_number CHAR(14)    NOT NULL,
  customer_id BIGINT      NOT NULL,
  position    BIGINT      NOT NULL,
  changed_at  DATETIME(6) NOT NULL,
  PRIMARY KEY (case_number),
  UNIQUE KEY uk_case_change_position (position),
  KEY ix_case_change_customer (customer_id, position)
);

CREATE TABLE case_change_place (
  id            TINYINT NOT NULL,
  last_position BIGINT  NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT ck_case_change_place CHECK (id = 1)
);

INSERT INTO case_change (case_number, customer_id, position, changed_at)
SELECT number, customer_id, ROW_NUMBER() OVER (ORDER BY id), UTC_TIMESTAMP(6) FROM support_case;

INSERT INTO case_change_place (id, last_position) SELECT 1, COUNT(*) FROM support_case;
