-- Whether a customer has asked the same before concerns its open cases only, not all that it ever had.
ALTER TABLE support_case
  ADD KEY ix_support_case_customer_status (customer_id, status);
