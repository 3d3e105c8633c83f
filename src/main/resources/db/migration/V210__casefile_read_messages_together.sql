-- Which messages of a case wait for a person, and which are read in one task. Ids only: the words are in the message.
CREATE TABLE message_reading (
  message_id BIGINT NOT NULL,
  case_id    BIGINT NOT NULL,
  -- The message whose task shows it; itself where it has a task of its own, none while it has not been taken up.
  read_with  BIGINT,
  -- Which of the messages of that task it is, from 1 on.
  position   INT,
  -- Whether the engine is about to be told that messages were added to the task of this one.
  adding     BOOLEAN NOT NULL DEFAULT FALSE,
  read_at    DATETIME(6),
  PRIMARY KEY (message_id),
  KEY ix_message_reading_case (case_id, read_at),
  KEY ix_message_reading_task (read_with, position),
  CONSTRAINT fk_message_reading_message FOREIGN KEY (message_id) REFERENCES message (id),
  CONSTRAINT fk_message_reading_case FOREIGN KEY (case_id) REFERENCES support_case (id)
);
