-- The next version of a plan while it is written, and while a second person decides on it. Fields as they were typed, right or not.
CREATE TABLE plan_draft (
  plan_id     BIGINT        NOT NULL,
  revision    BIGINT        NOT NULL,
  content     JSON          NOT NULL,
  state       VARCHAR(12)   NOT NULL,
  changed_by  VARCHAR(190)  NOT NULL,
  changed_at  DATETIME(6)   NOT NULL,
  proposed_by VARCHAR(190)  NULL,
  decided_by  VARCHAR(190)  NULL,
  decision    VARCHAR(2000) NULL,
  PRIMARY KEY (plan_id),
  CONSTRAINT fk_plan_draft_plan FOREIGN KEY (plan_id) REFERENCES support_plan (id)
);

-- The proposal that became the version.
ALTER TABLE plan_version ADD COLUMN made_of VARCHAR(40) NULL;
