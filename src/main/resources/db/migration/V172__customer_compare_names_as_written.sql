-- Who somebody is is compared character by character: to look past accents and widths takes a look-alike for the real one, and
-- keeps two who differ by them from being customers both. What is stored has the form in which it is looked for.
UPDATE customer SET tenant_id = LOWER(tenant_id), domain = LOWER(domain);
UPDATE contact SET email = LOWER(email);

ALTER TABLE customer
  MODIFY COLUMN tenant_id CHAR(36)     CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NOT NULL,
  MODIFY COLUMN domain    VARCHAR(190) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NOT NULL;

ALTER TABLE contact
  MODIFY COLUMN email VARCHAR(190) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NOT NULL;

ALTER TABLE partner
  MODIFY COLUMN name VARCHAR(120) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NOT NULL;
