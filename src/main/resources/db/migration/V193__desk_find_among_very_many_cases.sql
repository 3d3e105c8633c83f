-- A customer's program searches its own cases only; a case is asked for its words, where other words lead to it; and it is found by
-- its description, too. Words are made anew at the next start, of the newest cases first: to change very many would hold up the start.
TRUNCATE TABLE desk_word;

ALTER TABLE desk_word
  ADD COLUMN customer_id BIGINT NOT NULL,
  ADD KEY ix_desk_word_case (case_id),
  ADD KEY ix_desk_word_customer (customer_id, word);

ALTER TABLE desk_case ADD COLUMN is_described BOOLEAN NOT NULL DEFAULT FALSE;

-- Lists that are sorted by something else than the time: of everybody, and of a customer.
ALTER TABLE support_case
  ADD KEY ix_support_case_by_status (status),
  ADD KEY ix_support_case_by_severity (severity),
  ADD KEY ix_support_case_by_subject (subject),
  ADD KEY ix_support_case_customer_severity (customer_id, severity),
  ADD KEY ix_support_case_customer_subject (customer_id, subject),
  ADD KEY ix_support_case_customer_number (customer_id, number);
