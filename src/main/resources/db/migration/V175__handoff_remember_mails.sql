-- A mail of a desk that is being read, until it is done with: one that ends the application is not read for ever.
CREATE TABLE desk_mail (
  -- SHA-256 of the mailbox and of the number of the mail there.
  mail     CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  tries    INT         NOT NULL,
  tried_at DATETIME(6) NOT NULL,
  PRIMARY KEY (mail),
  KEY ix_desk_mail_tried_at (tried_at)
);

-- How many mails were set aside since somebody saw to all of them.
CREATE TABLE desk_mail_aside (
  reason    VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  mails     INT         NOT NULL,
  first_at  DATETIME(6) NOT NULL,
  latest_at DATETIME(6) NOT NULL,
  PRIMARY KEY (reason)
);
