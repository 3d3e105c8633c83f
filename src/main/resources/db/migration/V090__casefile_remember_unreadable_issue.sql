ALTER TABLE known_issue_wait
  -- Since when nothing new can be read about the issue, whether that is news, and whether an agent has settled it.
  ADD COLUMN unreadable_since   DATETIME(6) NULL,
  ADD COLUMN unreadable         BOOLEAN     NOT NULL DEFAULT FALSE,
  ADD COLUMN unreadable_settled BOOLEAN     NOT NULL DEFAULT FALSE;
