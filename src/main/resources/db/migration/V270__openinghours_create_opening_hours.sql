-- When queues and vendors work, as versions that never change; each holds until the next one of the same begins.
CREATE TABLE opening_hours (
  -- QUEUE or VENDOR.
  kind     VARCHAR(10)  NOT NULL,
  name     VARCHAR(64)  NOT NULL,
  number   INT          NOT NULL,
  since    DATETIME(6)  NOT NULL,
  -- None when no hours are kept from then on.
  calendar VARCHAR(80)  NULL,
  kept_by  VARCHAR(190) NOT NULL,
  PRIMARY KEY (kind, name, number),
  CONSTRAINT fk_opening_hours_calendar FOREIGN KEY (calendar) REFERENCES service_calendar (name)
);
