-- Who may no longer ask is closed. A request is looked up by the address it names, whichever of its names the customer goes by.
ALTER TABLE contact
  ADD COLUMN version   BIGINT      NOT NULL DEFAULT 0,
  ADD COLUMN closed_at DATETIME(6) NULL,
  ADD KEY ix_contact_email (email);

-- What was changed of a customer, its domains and its contacts; one row for each value. Rows are only ever added.
CREATE TABLE customer_change (
  id           BIGINT       NOT NULL AUTO_INCREMENT,
  customer_id  BIGINT       NOT NULL,
  contact_id   BIGINT       NULL,
  changed_at   DATETIME(6)  NOT NULL,
  login        VARCHAR(190) NOT NULL,
  person       VARCHAR(190) NOT NULL,
  what         VARCHAR(30)  NOT NULL,
  before_value VARCHAR(200) NULL,
  after_value  VARCHAR(200) NULL,
  PRIMARY KEY (id),
  KEY ix_customer_change_customer (customer_id, id),
  CONSTRAINT fk_customer_change_customer FOREIGN KEY (customer_id) REFERENCES customer (id),
  CONSTRAINT fk_customer_change_contact FOREIGN KEY (contact_id) REFERENCES contact (id)
);
