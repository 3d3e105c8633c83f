-- What was learned from the desk's own cases. The newest that is not withdrawn is in use; rows are only added.
CREATE TABLE reading_model (
  version          INT          NOT NULL AUTO_INCREMENT,
  created_at       DATETIME(6)  NOT NULL,
  withdrawn_at     DATETIME(6)  NULL,
  -- Of the repository's texts it was learned from: with other texts it is another reader, to be learned anew.
  shipped          CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  own_cases        INT          NOT NULL,
  repository_right INT          NOT NULL,
  repository_of    INT          NOT NULL,
  own_right        INT          NOT NULL,
  own_of           INT          NOT NULL,
  model            MEDIUMBLOB   NOT NULL,
  checksum         CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (version)
);
