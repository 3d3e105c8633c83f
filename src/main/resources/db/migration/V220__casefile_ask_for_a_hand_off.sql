-- Where a case was when its customer was asked, and goes on with the answer; none while nobody is asked.
ALTER TABLE support_case ADD COLUMN asked_from VARCHAR(40);
