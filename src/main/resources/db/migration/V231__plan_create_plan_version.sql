-- What each version of a plan says, field by field; its calendar stands in service_calendar. A version never changes.
CREATE TABLE plan_version (
  plan_id     BIGINT       NOT NULL,
  number      INT          NOT NULL,
  valid_from  DATETIME(6)  NOT NULL,
  calendar    VARCHAR(80)  NOT NULL,
  content     JSON         NOT NULL,
  proposed_by VARCHAR(190) NULL,
  approved_by VARCHAR(190) NULL,
  approved_at DATETIME(6)  NULL,
  PRIMARY KEY (plan_id, number),
  UNIQUE KEY uk_plan_version_start (plan_id, valid_from),
  CONSTRAINT fk_plan_version_plan FOREIGN KEY (plan_id) REFERENCES support_plan (id),
  CONSTRAINT fk_plan_version_calendar FOREIGN KEY (calendar) REFERENCES service_calendar (name)
);

-- Plans as they were become their first versions. Their times were counted round the clock, whatever was said of the hours.
INSERT INTO plan_version (plan_id, number, valid_from, calendar, content)
SELECT id, 1, '1970-01-01 00:00:00', 'always-1', JSON_OBJECT(
  'en.name', name,
  'en.hours', service_hours,
  'en.contact', REPLACE(contact_methods, ', ', '\n'),
  'charging.model', charging,
  'charging.price', COALESCE(CAST(price AS CHAR), ''),
  'charging.currency', COALESCE(currency, ''),
  'targets.critical.firstResponse', CONCAT(critical_response_minutes, ' min'),
  'targets.moderate.firstResponse', CONCAT(moderate_response_minutes, ' min'),
  'targets.minimal.firstResponse', CONCAT(minimal_response_minutes, ' min'))
FROM support_plan;

-- Under which version a case was begun; it is measured and charged by that one.
CREATE TABLE case_plan (
  case_number  CHAR(14) NOT NULL,
  plan_id      BIGINT   NOT NULL,
  plan_version INT      NOT NULL,
  PRIMARY KEY (case_number),
  CONSTRAINT fk_case_plan_case FOREIGN KEY (case_number) REFERENCES support_case (number),
  CONSTRAINT fk_case_plan_version FOREIGN KEY (plan_id, plan_version) REFERENCES plan_version (plan_id, number)
);

INSERT INTO case_plan (case_number, plan_id, plan_version)
SELECT c.number, u.support_plan_id, 1 FROM support_case c JOIN customer u ON u.id = c.customer_id;

-- Which version was told to whom, and when: with the acknowledgement of a case, or by an announcement, which has no case.
CREATE TABLE plan_told (
  id           BIGINT       NOT NULL AUTO_INCREMENT,
  told_key     VARCHAR(80)  NOT NULL,
  case_number  CHAR(14)     NULL,
  customer_id  BIGINT       NOT NULL,
  contact_id   BIGINT       NOT NULL,
  plan_id      BIGINT       NOT NULL,
  plan_version INT          NOT NULL,
  asked_at     DATETIME(6)  NOT NULL,
  told_at      DATETIME(6)  NULL,
  failure      VARCHAR(255) NULL,
  PRIMARY KEY (id),
  UNIQUE KEY uk_plan_told_key (told_key),
  KEY ix_plan_told_case (case_number),
  KEY ix_plan_told_customer (customer_id, id),
  CONSTRAINT fk_plan_told_case FOREIGN KEY (case_number) REFERENCES support_case (number),
  CONSTRAINT fk_plan_told_customer FOREIGN KEY (customer_id) REFERENCES customer (id),
  CONSTRAINT fk_plan_told_contact FOREIGN KEY (contact_id) REFERENCES contact (id),
  CONSTRAINT fk_plan_told_version FOREIGN KEY (plan_id, plan_version) REFERENCES plan_version (plan_id, number)
);

ALTER TABLE support_plan
  DROP COLUMN charging,
  DROP COLUMN price,
  DROP COLUMN currency,
  DROP COLUMN service_hours,
  DROP COLUMN contact_methods,
  DROP COLUMN critical_response_minutes,
  DROP COLUMN moderate_response_minutes,
  DROP COLUMN minimal_response_minutes;
