-- A customer has several domains, and may leave. Who left keeps its rows: cases and history go on naming it, and its domains are
-- free for another customer.
ALTER TABLE customer
  DROP KEY uk_customer_domain,
  ADD COLUMN version    BIGINT      NOT NULL DEFAULT 0,
  ADD COLUMN changed_at DATETIME(6) NULL,
  ADD COLUMN closed_at  DATETIME(6) NULL;

CREATE TABLE customer_domain (
  id          BIGINT       NOT NULL AUTO_INCREMENT,
  customer_id BIGINT       NOT NULL,
  domain      VARCHAR(190) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NOT NULL,
  -- 1 while an open customer has it, null otherwise: only one can have it at a time, and any number can have had it.
  held        TINYINT      NULL,
  removed_at  DATETIME(6)  NULL,
  PRIMARY KEY (id),
  UNIQUE KEY uk_customer_domain_held (domain, held),
  UNIQUE KEY uk_customer_domain_of_customer (customer_id, domain),
  CONSTRAINT fk_customer_domain_customer FOREIGN KEY (customer_id) REFERENCES customer (id),
  CONSTRAINT ck_customer_domain_held CHECK (held IS NULL OR (held = 1 AND removed_at IS NULL))
);

-- The main one stays beside the customer's name as well, where cases read it.
INSERT INTO customer_domain (customer_id, domain, held)
SELECT id, domain, 1 FROM customer;
