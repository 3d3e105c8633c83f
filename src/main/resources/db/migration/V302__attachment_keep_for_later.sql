-- A file of a letter that can still be taken back belongs to no message yet.
ALTER TABLE attachment
  MODIFY COLUMN message_id BIGINT NULL,
  ADD COLUMN waits_for VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NULL AFTER message_id,
  ADD UNIQUE KEY uk_attachment_waiting (waits_for, position),
  ADD CONSTRAINT ck_attachment_place CHECK ((message_id IS NULL) = (waits_for IS NOT NULL));
