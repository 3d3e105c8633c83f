CREATE TABLE desk_order (
  id            BIGINT       NOT NULL AUTO_INCREMENT,
  version       BIGINT       NOT NULL,
  ticket_id     BIGINT       NOT NULL,
  kind          VARCHAR(10)  NOT NULL,
  order_key     VARCHAR(36)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  text          TEXT         NULL,
  severity      VARCHAR(10)  NULL,
  step_key      VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  ordered_at    DATETIME(6)  NOT NULL,
  claimed_until DATETIME(6)  NULL,
  settled_at    DATETIME(6)  NULL,
  refusal       VARCHAR(600) NULL,
  PRIMARY KEY (id),
  UNIQUE KEY uk_desk_order_key (order_key),
  -- One step orders one thing of a kind, however often it is repeated.
  UNIQUE KEY uk_desk_order_step (ticket_id, kind, step_key),
  CONSTRAINT fk_desk_order_ticket FOREIGN KEY (ticket_id) REFERENCES vendor_ticket (id)
);
