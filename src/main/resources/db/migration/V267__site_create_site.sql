-- Where a customer's people are: the zone and the days off there. A contact without a site is at the main one.
CREATE TABLE customer_site (
  id          BIGINT        NOT NULL AUTO_INCREMENT,
  version     BIGINT        NOT NULL DEFAULT 0,
  customer_id BIGINT        NOT NULL,
  name        VARCHAR(120)  NOT NULL,
  zone        VARCHAR(60)   NOT NULL,
  country     CHAR(2)       NULL,
  region      VARCHAR(20)   NULL,
  closed_days VARCHAR(2000) NOT NULL,
  main        BOOLEAN       NOT NULL,
  closed_at   DATETIME(6)   NULL,
  PRIMARY KEY (id),
  KEY ix_customer_site_customer (customer_id),
  CONSTRAINT fk_customer_site_customer FOREIGN KEY (customer_id) REFERENCES customer (id)
);

CREATE TABLE contact_site (
  contact_id BIGINT NOT NULL,
  site_id    BIGINT NOT NULL,
  PRIMARY KEY (contact_id),
  CONSTRAINT fk_contact_site_contact FOREIGN KEY (contact_id) REFERENCES contact (id),
  CONSTRAINT fk_contact_site_site FOREIGN KEY (site_id) REFERENCES customer_site (id)
);

-- From which site a case comes, and by which calendar it has its hours where the plan's hold at the site; likewise by what its promises are
-- measured since somebody had them measured anew, which leaves what it costs as it is.
ALTER TABLE case_plan
  ADD COLUMN site_id  BIGINT      NULL,
  ADD COLUMN calendar VARCHAR(80) NULL,
  ADD COLUMN measured_plan_id  BIGINT      NULL,
  ADD COLUMN measured_version  INT         NULL,
  ADD COLUMN measured_calendar VARCHAR(80) NULL,
  ADD CONSTRAINT fk_case_plan_site FOREIGN KEY (site_id) REFERENCES customer_site (id),
  ADD CONSTRAINT fk_case_plan_calendar FOREIGN KEY (calendar) REFERENCES service_calendar (name),
  ADD CONSTRAINT fk_case_plan_measured FOREIGN KEY (measured_plan_id, measured_version) REFERENCES plan_version (plan_id, number),
  ADD CONSTRAINT fk_case_plan_measured_calendar FOREIGN KEY (measured_calendar) REFERENCES service_calendar (name);

-- The hours of the plans there are hold where they always did.
UPDATE plan_version SET content = JSON_SET(content, '$.hoursAt', 'OURS');
UPDATE plan_draft SET content = JSON_SET(content, '$.hoursAt', 'OURS');
