-- Who had to act on a case from which instant on, as facts that are only ever added.
CREATE TABLE case_turn (
  id          BIGINT      NOT NULL AUTO_INCREMENT,
  case_number CHAR(14)    NOT NULL,
  at          DATETIME(6) NOT NULL,
  what        VARCHAR(24) NOT NULL,
  -- The known issue, or our reference of the ticket.
  subject     VARCHAR(80) NULL,
  vendor      VARCHAR(20) NULL,
  PRIMARY KEY (id),
  KEY ix_case_turn_case (case_number, at),
  CONSTRAINT fk_case_turn_case FOREIGN KEY (case_number) REFERENCES support_case (number)
);

ALTER TABLE vendor_ticket
  ADD COLUMN waits_for_us BOOLEAN NOT NULL DEFAULT FALSE;

UPDATE vendor_ticket SET waits_for_us = TRUE WHERE state = 'OPEN' AND status_there = 'ATTENTION_NEEDED';

-- Cases from before say in their timelines whose turn it was.
INSERT INTO case_turn (case_number, at, what, subject, vendor)
SELECT number, at, what, subject, vendor FROM (
  SELECT c.number, c.received_at AS at, 0 AS place, 'OURS' AS what, NULL AS subject, NULL AS vendor
  FROM support_case c
  UNION ALL
  SELECT c.number, t.recorded_at, t.id,
    CASE t.kind
      WHEN 'ASKED' THEN 'QUESTION_ASKED' WHEN 'ACCESS_REQUESTED' THEN 'CONSENT_ASKED' WHEN 'RESOLVED' THEN 'CONFIRMATION_ASKED'
      WHEN 'LINKED' THEN 'ISSUE_AWAITED' WHEN 'UNLINKED' THEN 'ISSUE_TAKEN_BACK' WHEN 'HANDED_OFF' THEN 'HANDED_OFF'
      WHEN 'JOINED' THEN 'ENDED' WHEN 'REDIRECTED' THEN 'ENDED' WHEN 'UNANSWERED' THEN 'ENDED' WHEN 'CLOSED' THEN 'ENDED'
      WHEN 'WITHDRAWN' THEN 'ENDED'
      WHEN 'REPLIED' THEN IF(EXISTS (SELECT 1 FROM hand_off h JOIN vendor_ticket v ON v.hand_off_id = h.id
        WHERE h.case_number = c.number AND h.prepared_at < t.recorded_at
          AND (v.ended_at IS NULL OR v.ended_at > t.recorded_at)), 'HANDED_OFF', 'OURS')
      ELSE 'OURS' END,
    IF(t.kind IN ('LINKED', 'UNLINKED'), c.known_issue, NULL), NULL
  FROM timeline_entry t JOIN support_case c ON c.id = t.case_id
  WHERE t.kind IN ('ASKED', 'ACCESS_REQUESTED', 'ACCESS_SETTLED', 'ACCESS_UNNEEDED', 'RESOLVED', 'LINKED', 'UNLINKED', 'ISSUE_OVER',
    'HANDED_OFF', 'RETURNED', 'JOINED', 'REDIRECTED', 'UNANSWERED', 'CLOSED', 'WITHDRAWN', 'REPLIED', 'DIAGNOSED', 'REJECTED',
    'REOPENED')
  UNION ALL
  SELECT h.case_number, v.opened_at, 0, IF(v.waits_for_us, 'TICKET_OURS', 'TICKET_THEIRS'), h.reference, v.target
  FROM vendor_ticket v JOIN hand_off h ON h.id = v.hand_off_id WHERE v.opened_at IS NOT NULL
  UNION ALL
  SELECT h.case_number, v.ended_at, 0, 'TICKET_ENDED', h.reference, v.target
  FROM vendor_ticket v JOIN hand_off h ON h.id = v.hand_off_id WHERE v.ended_at IS NOT NULL
) told
ORDER BY number, at, place;
