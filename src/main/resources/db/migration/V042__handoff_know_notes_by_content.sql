ALTER TABLE vendor_ticket_note
  ADD COLUMN origin       VARCHAR(4)   NULL,
  ADD COLUMN content_hash VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NULL,
  ADD COLUMN desk_note_id VARCHAR(190) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  ADD COLUMN written_at   DATETIME(6)  NULL,
  MODIFY COLUMN step_key  VARCHAR(80)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- A note of the desk is taken once, whoever reads it, and however often.
  ADD UNIQUE KEY uk_vendor_ticket_note_desk (ticket_id, desk_note_id),
  ADD KEY ix_vendor_ticket_note_content (ticket_id, content_hash);
