CREATE TABLE known_issue_wait (
  id               BIGINT      NOT NULL AUTO_INCREMENT,
  version          BIGINT      NOT NULL,
  case_id          BIGINT      NOT NULL,
  issue_id         VARCHAR(80) NOT NULL,
  began_at         DATETIME(6) NOT NULL,
  ended_at         DATETIME(6) NULL,
  ending           VARCHAR(20) NULL,
  settled_post_at  DATETIME(6) NULL,
  offered_post_at  DATETIME(6) NULL,
  news_since       DATETIME(6) NULL,
  missing          BOOLEAN     NOT NULL,
  missing_settled  BOOLEAN     NOT NULL,
  PRIMARY KEY (id),
  KEY ix_known_issue_wait_case (case_id, id),
  CONSTRAINT fk_known_issue_wait_case FOREIGN KEY (case_id) REFERENCES support_case (id)
);

-- Cases that wait already.
INSERT INTO known_issue_wait (version, case_id, issue_id, began_at, missing, missing_settled)
SELECT 0, c.id, c.known_issue, COALESCE(MAX(t.recorded_at), c.received_at), FALSE, FALSE
FROM support_case c LEFT JOIN timeline_entry t ON t.case_id = c.id AND t.kind = 'LINKED'
WHERE c.status = 'WAITING_FOR_SERVICE_INCIDENT' AND c.known_issue IS NOT NULL
GROUP BY c.id;
