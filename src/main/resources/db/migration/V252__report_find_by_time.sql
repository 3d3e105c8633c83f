-- What reports of a period count is found by its time.
CREATE INDEX ix_promise_promised ON promise (due_at, outcome);
CREATE INDEX ix_timeline_kind ON timeline_entry (kind, recorded_at);
CREATE INDEX ix_hand_off_prepared ON hand_off (prepared_at, target);
CREATE INDEX ix_survey_asked ON survey (asked_at);
