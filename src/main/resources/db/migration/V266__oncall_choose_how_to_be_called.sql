-- By what else than mail somebody is called, for what, and when only calls of the rota come.
ALTER TABLE oncall_person
  ADD COLUMN hook        VARCHAR(500) NULL,
  ADD COLUMN assignments BOOLEAN      NOT NULL DEFAULT FALSE,
  ADD COLUMN replies     BOOLEAN      NOT NULL DEFAULT FALSE,
  ADD COLUMN quiet_from  TIME         NULL,
  ADD COLUMN quiet_until TIME         NULL;
