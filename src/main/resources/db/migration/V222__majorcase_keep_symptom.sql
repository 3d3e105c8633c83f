-- What goes wrong at all of them, and which of the cases a duty manager did not hold to be the same.
ALTER TABLE major_case
  ADD COLUMN symptom VARCHAR(120) NOT NULL DEFAULT '' AFTER region,
  MODIFY COLUMN open_key VARCHAR(322)
    AS (IF(state IN ('PROPOSED', 'OPEN'), CONCAT(service, '|', region, '|', symptom), NULL)) STORED;

ALTER TABLE major_case_child
  ADD COLUMN left_out_at DATETIME(6) NULL;
