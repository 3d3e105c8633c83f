CREATE TABLE delegated_role (
  customer_id  BIGINT       NOT NULL,
  role         VARCHAR(120) NOT NULL,
  active_until DATETIME(6)  NOT NULL,
  PRIMARY KEY (customer_id, role),
  CONSTRAINT fk_delegated_role_customer FOREIGN KEY (customer_id) REFERENCES customer (id)
);
