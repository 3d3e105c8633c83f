-- Whose cases wait for somebody else is asked with every list.
CREATE INDEX ix_user_task_done ON user_task (completed_by, case_number);
