-- Who has been at the Desk, and which list that person looked at last.
CREATE TABLE desk_person (
  login     VARCHAR(190)  NOT NULL,
  name      VARCHAR(190)  NOT NULL,
  queues    JSON          NOT NULL,
  acts      BOOLEAN       NOT NULL,
  last_view VARCHAR(1000) NOT NULL DEFAULT '',
  seen_at   DATETIME(6)   NOT NULL,
  PRIMARY KEY (login)
);

-- What a person typed into a form and has not sent yet.
CREATE TABLE desk_draft (
  task_id  BIGINT       NOT NULL,
  login    VARCHAR(190) NOT NULL,
  answers  JSON         NOT NULL,
  form     CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  shown    CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  saved_at DATETIME(6)  NOT NULL,
  PRIMARY KEY (task_id, login),
  KEY ix_desk_draft_login (login, saved_at)
);

-- Who has which task open; a row that is not renewed means nothing any more.
CREATE TABLE desk_presence (
  task_id BIGINT       NOT NULL,
  login   VARCHAR(190) NOT NULL,
  seen_at DATETIME(6)  NOT NULL,
  PRIMARY KEY (task_id, login),
  KEY ix_desk_presence_seen (seen_at)
);
