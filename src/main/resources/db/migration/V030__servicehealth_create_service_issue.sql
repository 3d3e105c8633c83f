CREATE TABLE service_health_read (
  scope   VARCHAR(36) NOT NULL,
  read_at DATETIME(6) NOT NULL,
  PRIMARY KEY (scope)
);

CREATE TABLE service_issue (
  scope          VARCHAR(36)  NOT NULL,
  issue_id       VARCHAR(60)  NOT NULL,
  service        VARCHAR(120) NOT NULL,
  feature        VARCHAR(200) NOT NULL,
  classification VARCHAR(20)  NOT NULL,
  status         VARCHAR(40)  NOT NULL,
  title          VARCHAR(500) NOT NULL,
  impact         TEXT         NOT NULL,
  started_at     DATETIME(6)  NULL,
  ended_at       DATETIME(6)  NULL,
  resolved       BOOLEAN      NOT NULL,
  posts          JSON         NOT NULL,
  seen_at        DATETIME(6)  NOT NULL,
  PRIMARY KEY (scope, issue_id)
);
