-- What is due is taken in this order.
UPDATE scheduled_tasks SET priority = 50 WHERE priority IS NULL;
ALTER TABLE scheduled_tasks ADD KEY ix_scheduled_tasks_priority (priority DESC, execution_time);
