-- A word for one wait of a case must not end the next.
ALTER TABLE support_case
  ADD COLUMN awaited INT NOT NULL DEFAULT 0;
