-- What MySQL and the engine do not see alike, as the latest looks found it.
CREATE TABLE audit_finding (
  kind       VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subject    VARCHAR(300) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  words      VARCHAR(500) NOT NULL,
  remedy     VARCHAR(500) NOT NULL,
  repairable BOOLEAN      NOT NULL,
  first_at   DATETIME(6)  NOT NULL,
  latest_at  DATETIME(6)  NOT NULL,
  looks      INT          NOT NULL,
  PRIMARY KEY (kind, subject)
);
