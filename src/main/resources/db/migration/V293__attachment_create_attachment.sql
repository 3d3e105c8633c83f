-- Files that somebody sent with a message; the content lies among the files, the same content once.
CREATE TABLE attachment (
  id          BIGINT       NOT NULL AUTO_INCREMENT,
  case_number CHAR(14)     NOT NULL,
  message_id  BIGINT       NOT NULL,
  customer_id BIGINT       NOT NULL,
  position    INT          NOT NULL,
  name        VARCHAR(255) NOT NULL,
  media_type  VARCHAR(120) NOT NULL,
  size        BIGINT       NOT NULL,
  file_id     CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NULL,
  -- Why it was not taken, so that nobody looks for it in vain.
  refusal     VARCHAR(200) NULL,
  kept_at     DATETIME(6)  NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY uk_attachment_position (message_id, position),
  KEY ix_attachment_case (case_number, id),
  KEY ix_attachment_customer (customer_id),
  KEY ix_attachment_file (file_id),
  CONSTRAINT ck_attachment_refusal CHECK ((file_id IS NULL) = (refusal IS NOT NULL)),
  CONSTRAINT fk_attachment_message FOREIGN KEY (message_id) REFERENCES message (id)
);
