-- The partner's sign-in with the refresh token that Microsoft renewed last, so that a restart does not go back to an old one. One row.
CREATE TABLE microsoft_sign_in (
  -- Fingerprint of the tenant, the application and the configured refresh token from which it descends.
  consent    CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- AES-256-GCM with a key from outside: nonce, text, tag.
  sealed     MEDIUMBLOB  NOT NULL,
  renewed_at DATETIME(6) NOT NULL,
  PRIMARY KEY (consent)
);
