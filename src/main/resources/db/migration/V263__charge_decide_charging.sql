-- Whether a case that has ended is charged, by the rules of that day.
CREATE TABLE case_charge (
  case_number         CHAR(14)     NOT NULL,
  charged             BOOLEAN      NULL,
  why                 VARCHAR(500) NULL,
  after_hours_charged BOOLEAN      NULL,
  after_hours_why     VARCHAR(500) NULL,
  decided_at          DATETIME(6)  NULL,
  PRIMARY KEY (case_number),
  CONSTRAINT fk_case_charge_case FOREIGN KEY (case_number) REFERENCES support_case (number)
);

-- Of the minutes, those outside the service hours of the customer's plan.
ALTER TABLE time_entry ADD COLUMN after_hours INT NOT NULL DEFAULT 0 AFTER minutes;
