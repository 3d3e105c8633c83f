CREATE TABLE partner (
  id          BIGINT       NOT NULL AUTO_INCREMENT,
  name        VARCHAR(120) NOT NULL,
  kind        VARCHAR(20)  NOT NULL,
  provider_id BIGINT       NULL,
  PRIMARY KEY (id),
  UNIQUE KEY uk_partner_name (name),
  CONSTRAINT fk_partner_provider FOREIGN KEY (provider_id) REFERENCES partner (id),
  CONSTRAINT ck_partner_provider CHECK ((kind = 'INDIRECT_RESELLER') = (provider_id IS NOT NULL))
);

CREATE TABLE support_plan (
  id                        BIGINT         NOT NULL AUTO_INCREMENT,
  name                      VARCHAR(80)    NOT NULL,
  charging                  VARCHAR(20)    NOT NULL,
  price                     DECIMAL(12, 2) NULL,
  currency                  CHAR(3)        NULL,
  service_hours             VARCHAR(200)   NOT NULL,
  contact_methods           VARCHAR(200)   NOT NULL,
  critical_response_minutes INT            NOT NULL,
  moderate_response_minutes INT            NOT NULL,
  minimal_response_minutes  INT            NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY uk_support_plan_name (name)
);

CREATE TABLE customer (
  id              BIGINT       NOT NULL AUTO_INCREMENT,
  tenant_id       CHAR(36)     NOT NULL,
  domain          VARCHAR(190) NOT NULL,
  name            VARCHAR(120) NOT NULL,
  partner_id      BIGINT       NOT NULL,
  support_plan_id BIGINT       NOT NULL,
  delivery_model  VARCHAR(20)  NOT NULL,
  locale          VARCHAR(35)  NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY uk_customer_tenant (tenant_id),
  UNIQUE KEY uk_customer_domain (domain),
  CONSTRAINT fk_customer_partner FOREIGN KEY (partner_id) REFERENCES partner (id),
  CONSTRAINT fk_customer_plan FOREIGN KEY (support_plan_id) REFERENCES support_plan (id)
);

CREATE TABLE contact (
  id          BIGINT       NOT NULL AUTO_INCREMENT,
  customer_id BIGINT       NOT NULL,
  name        VARCHAR(120) NOT NULL,
  email       VARCHAR(190) NOT NULL,
  phone       VARCHAR(40)  NULL,
  PRIMARY KEY (id),
  UNIQUE KEY uk_contact_email (customer_id, email),
  CONSTRAINT fk_contact_customer FOREIGN KEY (customer_id) REFERENCES customer (id)
);
