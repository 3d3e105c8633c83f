-- The roles that customers were asked for, one row for each case and role, from before Microsoft hears of it until nothing is
-- left to be looked at there.
CREATE TABLE access_request (
  id              BIGINT      NOT NULL AUTO_INCREMENT,
  case_id         BIGINT      NOT NULL,
  role            VARCHAR(120) NOT NULL,
  -- Microsoft's name for it; none while it was not told.
  relationship_id VARCHAR(120),
  asked_at        DATETIME(6) NOT NULL,
  -- Since when nobody needs it; none while somebody does.
  unneeded_at     DATETIME(6),
  -- How often it was no longer needed, since it may be wanted again.
  rounds          INT         NOT NULL DEFAULT 0,
  settled_at      DATETIME(6),
  PRIMARY KEY (id),
  UNIQUE KEY uk_access_request (case_id, role),
  KEY ix_access_request_open (settled_at, unneeded_at),
  CONSTRAINT fk_access_request_case FOREIGN KEY (case_id) REFERENCES support_case (id)
);
