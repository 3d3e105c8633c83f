-- An amount without its currency says nothing to who decides; some currencies have three decimals.
ALTER TABLE planned_action
  MODIFY COLUMN amount DECIMAL(14, 3) NULL,
  ADD COLUMN currency CHAR(3) NULL AFTER amount;
