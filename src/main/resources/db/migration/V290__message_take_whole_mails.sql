-- A mail is as long as it is, and all of it is kept.
ALTER TABLE support_case MODIFY description MEDIUMTEXT NOT NULL;
ALTER TABLE timeline_entry MODIFY text MEDIUMTEXT NULL;

-- Anybody may give a mail any id: which mails are the same is for who takes them in to tell.
ALTER TABLE message
  DROP KEY uk_message_internet_id,
  ADD KEY ix_message_internet_id (internet_message_id);
