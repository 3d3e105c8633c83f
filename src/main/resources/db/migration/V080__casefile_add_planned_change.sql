ALTER TABLE planned_action
  -- What Partner Center is asked to change, when the system can do it.
  ADD COLUMN subscription_id   VARCHAR(60)  NULL,
  ADD COLUMN subscription_name VARCHAR(120) NULL,
  ADD COLUMN quantity          INT          NULL,
  -- Kept before the first call, so that a second run asks for the same and not for more.
  ADD COLUMN request_id        CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NULL,
  ADD COLUMN performing_since  DATETIME(6)  NULL,
  ADD COLUMN report            TEXT         NULL;
