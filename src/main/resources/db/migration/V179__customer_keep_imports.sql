-- A list of customers that was handed in and is looked at before it is applied. What was read is kept no longer than it takes.
CREATE TABLE customer_import (
  id         BIGINT       NOT NULL AUTO_INCREMENT,
  name       VARCHAR(200) NOT NULL,
  login      VARCHAR(190) NOT NULL,
  created_at DATETIME(6)  NOT NULL,
  -- Null after it was applied.
  content    MEDIUMTEXT   CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NULL,
  applied_at DATETIME(6)  NULL,
  PRIMARY KEY (id),
  KEY ix_customer_import_created (created_at)
);
