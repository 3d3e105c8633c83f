-- Who the local shop works with. Every company, person, tenant and address here is made up.
INSERT INTO partner (id, name, kind, provider_id) VALUES
  (1, 'Northwind Cloud', 'DIRECT_BILL', NULL),
  (2, 'Trey Distribution', 'INDIRECT_PROVIDER', NULL),
  (3, 'Wide World IT', 'INDIRECT_RESELLER', 2)
AS new ON DUPLICATE KEY UPDATE name = new.name, kind = new.kind, provider_id = new.provider_id;

INSERT INTO support_plan (id, name) VALUES
  (1, 'Baseline'),
  (2, 'Business'),
  (3, 'Enterprise')
AS new ON DUPLICATE KEY UPDATE name = new.name;

-- Their times are counted round the clock, so that the story is told at any hour of any day.
INSERT INTO plan_version (plan_id, number, valid_from, calendar, content) VALUES
  (1, 1, '1970-01-01 00:00:00', 'always-1', '{"en.name": "Baseline", "en.hours": "Monday to Friday 09:00 to 17:00 Europe/Berlin", "en.contact": "e-mail\\nportal", "en.summary": "Help within the baseline support boundaries, with every subscription.", "en.billing": "Questions about invoices, prices and refunds.", "en.subscription": "Seats, renewals, changes and cancellations of your subscriptions.", "en.technical": "Trouble with Microsoft 365, Azure, Dynamics 365 and the devices that use them.", "de.name": "Baseline", "de.hours": "Montag bis Freitag 09:00 bis 17:00 Uhr (Europe/Berlin)", "de.contact": "E-Mail\\nPortal", "de.summary": "Hilfe im Rahmen der Basisunterstützung, bei jedem Abonnement dabei.", "de.billing": "Fragen zu Rechnungen, Preisen und Erstattungen.", "de.subscription": "Plätze, Verlängerungen, Änderungen und Kündigungen Ihrer Abonnements.", "de.technical": "Störungen bei Microsoft 365, Azure, Dynamics 365 und den Geräten, die sie nutzen.", "languages": "en\\nde", "charging.model": "INCLUDED", "targets.critical.firstResponse": "8 h", "targets.moderate.firstResponse": "16 h", "targets.minimal.firstResponse": "24 h", "delivery.firstLine": "OWN", "delivery.secondLine": "OWN"}'),
  (2, 1, '1970-01-01 00:00:00', 'always-1', '{"en.name": "Business", "en.hours": "Monday to Friday 08:00 to 18:00 Europe/Berlin", "en.contact": "e-mail\\nportal\\nphone", "en.summary": "Quick help for companies without an IT department of their own.", "en.billing": "Questions about invoices, prices and refunds.", "en.subscription": "Seats, renewals, changes and cancellations of your subscriptions.", "en.technical": "Trouble with Microsoft 365, Azure, Dynamics 365 and the devices that use them.", "en.included": "Ten hours of work, used up case by case.", "de.name": "Business", "de.hours": "Montag bis Freitag 08:00 bis 18:00 Uhr (Europe/Berlin)", "de.contact": "E-Mail\\nPortal\\nTelefon", "de.summary": "Schnelle Hilfe für Unternehmen ohne eigene IT-Abteilung.", "de.billing": "Fragen zu Rechnungen, Preisen und Erstattungen.", "de.subscription": "Plätze, Verlängerungen, Änderungen und Kündigungen Ihrer Abonnements.", "de.technical": "Störungen bei Microsoft 365, Azure, Dynamics 365 und den Geräten, die sie nutzen.", "de.included": "Zehn Arbeitsstunden, die Fall für Fall verbraucht werden.", "languages": "en\\nde", "charging.model": "PREPAID_HOURS", "charging.price": "950.00", "charging.currency": "EUR", "charging.hours": "10", "charging.roundUpToMinutes": "15", "charging.atLeastMinutes": "15", "charging.afterHoursRate": "140.00", "targets.critical.firstResponse": "2 h", "targets.moderate.firstResponse": "4 h", "targets.minimal.firstResponse": "8 h", "delivery.firstLine": "OWN", "delivery.secondLine": "OWN"}'),
  (3, 1, '1970-01-01 00:00:00', 'always-1', '{"en.name": "Enterprise", "en.hours": "every day, all day", "en.contact": "e-mail\\nportal\\nphone", "en.summary": "Round the clock, with the shortest times.", "en.billing": "Questions about invoices, prices and refunds.", "en.subscription": "Seats, renewals, changes and cancellations of your subscriptions.", "en.technical": "Trouble with Microsoft 365, Azure, Dynamics 365 and the devices that use them.", "en.included": "As many cases as there are.", "de.name": "Enterprise", "de.hours": "täglich, rund um die Uhr", "de.contact": "E-Mail\\nPortal\\nTelefon", "de.summary": "Rund um die Uhr, mit den kürzesten Fristen.", "de.billing": "Fragen zu Rechnungen, Preisen und Erstattungen.", "de.subscription": "Plätze, Verlängerungen, Änderungen und Kündigungen Ihrer Abonnements.", "de.technical": "Störungen bei Microsoft 365, Azure, Dynamics 365 und den Geräten, die sie nutzen.", "de.included": "Beliebig viele Fälle.", "languages": "en\\nde", "charging.model": "INCLUDED", "charging.price": "2400.00", "charging.currency": "EUR", "targets.critical.firstResponse": "30 min", "targets.moderate.firstResponse": "1 h", "targets.minimal.firstResponse": "4 h", "delivery.firstLine": "OWN", "delivery.secondLine": "OWN"}')
AS new ON DUPLICATE KEY UPDATE number = new.number;

INSERT INTO customer (id, tenant_id, domain, name, partner_id, support_plan_id, delivery_model, locale) VALUES
  (1, '0b7c2f3e-5a41-4d0e-9c55-1f6a3d2b8e01', 'contoso.example', 'Contoso', 1, 3, 'OWN', 'en'),
  (2, '1c8d3a4f-6b52-4e1f-8d66-2a7b4e3c9f02', 'adatum.example', 'Adatum', 1, 2, 'OWN', 'de'),
  (3, '2d9e4b5a-7c63-4f2a-9e77-3b8c5f4da003', 'litware.example', 'Litware', 1, 1, 'OUTSOURCED', 'en'),
  (4, '3eaf5c6b-8d74-4a3b-8f88-4c9d6a5eb104', 'fabrikam.example', 'Fabrikam', 3, 2, 'OWN', 'en'),
  (5, '4fb06d7c-9e85-4b4c-9a99-5dae7b6fc205', 'tailspin.example', 'Tailspin Toys', 3, 1, 'RESOLD', 'es'),
  (6, '5ac17e8d-af96-4c5d-8baa-6ebf8c70d306', 'proseware.example', 'Proseware', 3, 3, 'OWN', 'fr')
AS new ON DUPLICATE KEY UPDATE tenant_id = new.tenant_id, domain = new.domain, name = new.name,
  partner_id = new.partner_id, support_plan_id = new.support_plan_id, delivery_model = new.delivery_model,
  locale = new.locale;

INSERT INTO customer_domain (customer_id, domain, held) VALUES
  (1, 'contoso.example', 1),
  (2, 'adatum.example', 1),
  (3, 'litware.example', 1),
  (4, 'fabrikam.example', 1),
  (5, 'tailspin.example', 1),
  (6, 'proseware.example', 1)
AS new ON DUPLICATE KEY UPDATE domain = new.domain;

INSERT INTO contact (id, customer_id, name, email, phone) VALUES
  (1, 1, 'Ida Toivonen', 'it@contoso.example', '+49 30 5550101'),
  (2, 1, 'Omar Haddad', 'finance@contoso.example', NULL),
  (3, 2, 'Greta Baumann', 'it@adatum.example', '+49 89 5550102'),
  (4, 3, 'Noah Clarke', 'it@litware.example', NULL),
  (5, 4, 'Sara Lindqvist', 'it@fabrikam.example', '+46 8 5550103'),
  (6, 5, 'Lucía Romero', 'it@tailspin.example', NULL),
  (7, 6, 'Élodie Marchand', 'it@proseware.example', '+33 1 55550104')
AS new ON DUPLICATE KEY UPDATE customer_id = new.customer_id, name = new.name, email = new.email, phone = new.phone;
