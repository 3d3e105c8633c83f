-- Time that people spent on cases. Rows are only added; one that is wrong is taken back by another.
CREATE TABLE time_entry (
  id          BIGINT       NOT NULL AUTO_INCREMENT,
  case_number CHAR(14)     NOT NULL,
  entry_key   VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  login       VARCHAR(190) NOT NULL,
  day         DATE         NOT NULL,
  minutes     INT          NOT NULL,
  words       VARCHAR(500) NOT NULL,
  task_id     BIGINT       NULL,
  takes_back  BIGINT       NULL,
  booked_by   VARCHAR(190) NOT NULL,
  booked_at   DATETIME(6)  NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY uk_time_entry_key (case_number, entry_key),
  UNIQUE KEY uk_time_entry_task (task_id),
  UNIQUE KEY uk_time_entry_takes_back (takes_back),
  KEY ix_time_entry_day (login, day),
  CONSTRAINT fk_time_entry_case FOREIGN KEY (case_number) REFERENCES support_case (number),
  CONSTRAINT fk_time_entry_task FOREIGN KEY (task_id) REFERENCES user_task (id),
  CONSTRAINT fk_time_entry_takes_back FOREIGN KEY (takes_back) REFERENCES time_entry (id)
);
