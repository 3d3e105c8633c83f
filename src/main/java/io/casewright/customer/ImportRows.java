package io.casewright.customer;

import io.casewright.customer.CustomerCsv.Column;
import io.casewright.customer.CustomerCsv.Row;
import io.casewright.customer.ImportPlan.Kind;
import io.casewright.customer.ImportPlan.Outcome;
import io.casewright.platform.text.Identity;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Does what the rows of a list say, in the transaction of the caller, and says what it did. A dry run is the same, taken back: so
 * it cannot differ from what applying does.
 */
@Component
class ImportRows {

    private static final List<Column> OF_CUSTOMER = List.of(
            Column.NAME,
            Column.DOMAIN,
            Column.OTHER_DOMAINS,
            Column.PARTNER,
            Column.SUPPORT_PLAN,
            Column.DELIVERY_MODEL,
            Column.LANGUAGE);

    /** The columns of what forms call otherwise. */
    private static final Map<String, String> COLUMNS_OF_CUSTOMER = Map.of(
            "tenantId", "tenant_id",
            "otherDomains", "other_domains",
            "supportPlan", "support_plan",
            "deliveryModel", "delivery_model",
            "locale", "language");

    private static final Map<String, String> COLUMNS_OF_CONTACT =
            Map.of("name", "contact_name", "email", "contact_email", "phone", "contact_phone");

    private final CustomerSteps steps;
    private final Customers customers;
    private final Contacts contacts;
    private final EntityManager entities;

    ImportRows(CustomerSteps steps, Customers customers, Contacts contacts, EntityManager entities) {
        this.steps = steps;
        this.customers = customers;
        this.contacts = contacts;
        this.entities = entities;
    }

    List<Outcome> run(List<Row> rows, Editor editor) {
        var check = steps.check();
        var outcomes = new ArrayList<Outcome>();
        var first = new HashMap<String, Row>();
        for (Row row : rows) {
            try {
                requireSame(first.putIfAbsent(Identity.ofName(row.cell(Column.TENANT_ID)), row), row);
                one(row, check, editor, outcomes);
            } catch (DetailsRefused e) {
                outcomes.add(refused(row, DetailsRefused.sentences(e.faults())));
            } catch (CustomerNotChanged e) {
                outcomes.add(refused(row, String.valueOf(e.getMessage())));
            }
            // Else each step looks at all that the earlier rows have touched.
            entities.clear();
        }
        return outcomes;
    }

    private void one(Row row, DetailsCheck check, Editor editor, List<Outcome> outcomes) {
        String close = Identity.ofName(row.cell(Column.CLOSE));
        if (!List.of("", "customer", "contact").contains(close)) {
            throw refusedFor("close", "must be customer, contact or empty");
        }
        var found = customers.findByTenantId(Identity.ofName(row.cell(Column.TENANT_ID)));
        if (close.equals("customer")) {
            Customer customer = found.orElseThrow(
                    () -> refusedFor("tenant_id", "is not that of a customer, so there is nobody to close"));
            if (!customer.isClosed()) {
                steps.close(customer, editor);
                outcomes.add(
                        new Outcome(row.number(), Kind.CLOSED_CUSTOMER, customer.name, List.of(Change.CLOSED), null));
            }
            return;
        }
        Customer customer = inColumns(
                COLUMNS_OF_CUSTOMER,
                () -> found.isPresent()
                        ? changed(found.get(), row, check, editor, outcomes)
                        : added(row, check, editor, outcomes));
        if (row.says(Column.CONTACT_EMAIL)) {
            inColumns(COLUMNS_OF_CONTACT, () -> {
                contact(customer, row, close.equals("contact"), check, editor, outcomes);
                return customer;
            });
        } else if (row.says(Column.CONTACT_NAME) || row.says(Column.CONTACT_PHONE) || close.equals("contact")) {
            throw refusedFor("contact_email", "is required: by it a contact is known");
        }
    }

    private Customer added(Row row, DetailsCheck check, Editor editor, List<Outcome> outcomes) {
        var terms = check.termsOf(new CustomerDetails(
                row.cell(Column.TENANT_ID),
                row.cell(Column.NAME),
                row.cell(Column.DOMAIN),
                domainsOf(row.cell(Column.OTHER_DOMAINS)),
                row.cell(Column.PARTNER),
                row.cell(Column.SUPPORT_PLAN),
                upper(row.cell(Column.DELIVERY_MODEL)),
                row.cell(Column.LANGUAGE)));
        long id = steps.add(terms, editor);
        outcomes.add(
                new Outcome(row.number(), Kind.NEW_CUSTOMER, terms.name(), CustomerSteps.firstValues(terms), null));
        return customers.findById(id).orElseThrow();
    }

    private Customer changed(Customer customer, Row row, DetailsCheck check, Editor editor, List<Outcome> outcomes) {
        if (OF_CUSTOMER.stream().noneMatch(row::says)) {
            return customer;
        }
        var others = new ArrayList<>(customer.domains());
        others.remove(row.says(Column.DOMAIN) ? Identity.ofDomain(row.cell(Column.DOMAIN)) : customer.domain);
        var terms = check.termsOf(new CustomerDetails(
                customer.tenantId,
                said(row, Column.NAME, customer.name),
                said(row, Column.DOMAIN, customer.domain),
                row.says(Column.OTHER_DOMAINS) ? domainsOf(row.cell(Column.OTHER_DOMAINS)) : others,
                said(row, Column.PARTNER, customer.partner.name()),
                said(row, Column.SUPPORT_PLAN, customer.supportPlan.name()),
                said(row, Column.DELIVERY_MODEL, customer.deliveryModel.name(), ImportRows::upper),
                said(row, Column.LANGUAGE, customer.locale)));
        var changes = customer.differences(terms);
        if (!changes.isEmpty()) {
            steps.change(customer, terms, editor);
            outcomes.add(new Outcome(row.number(), Kind.CHANGED_CUSTOMER, terms.name(), changes, null));
        }
        return customer;
    }

    private void contact(
            Customer customer, Row row, boolean close, DetailsCheck check, Editor editor, List<Outcome> outcomes) {
        String email = Identity.ofAddress(row.cell(Column.CONTACT_EMAIL));
        Optional<Contact> found = contacts.findByCustomerIdAndEmail(customer.id, email);
        if (close) {
            Contact contact = found.orElseThrow(
                    () -> refusedFor("contact_email", "is not that of a contact, so there is nobody to close"));
            if (!contact.isClosed()) {
                steps.closeContact(contact, editor);
                outcomes.add(
                        new Outcome(row.number(), Kind.CLOSED_CONTACT, who(contact), List.of(Change.CLOSED), null));
            }
        } else if (found.isEmpty()) {
            var terms = check.termsOf(
                    new ContactDetails(row.cell(Column.CONTACT_NAME), email, row.cell(Column.CONTACT_PHONE)));
            long id = steps.addContact(customer, terms, editor);
            Contact added = contacts.findById(id).orElseThrow();
            outcomes.add(new Outcome(row.number(), Kind.NEW_CONTACT, who(added), added.firstValues(), null));
        } else {
            Contact contact = found.get();
            var terms = check.termsOf(new ContactDetails(
                    said(row, Column.CONTACT_NAME, contact.name),
                    email,
                    said(row, Column.CONTACT_PHONE, Objects.requireNonNullElse(contact.phone, ""))));
            var changes = contact.differences(terms);
            if (contact.isClosed() || !changes.isEmpty()) {
                steps.changeContact(contact, terms, editor);
                outcomes.add(new Outcome(row.number(), Kind.CHANGED_CONTACT, who(contact), changes, null));
            }
        }
    }

    /** Two rows of a customer, for two contacts, may not contradict each other. */
    private static void requireSame(@Nullable Row first, Row row) {
        if (first != null) {
            for (Column column : OF_CUSTOMER) {
                if (row.says(column) && !row.cell(column).equals(first.cell(column))) {
                    throw refusedFor(
                            column.word(), "is another than in row " + first.number() + " of the same customer");
                }
            }
        }
    }

    private static Outcome refused(Row row, String reason) {
        return new Outcome(row.number(), Kind.REFUSED, row.cell(Column.TENANT_ID), List.of(), reason);
    }

    private static DetailsRefused refusedFor(String column, String fault) {
        return new DetailsRefused(Map.of(column, fault));
    }

    /** With faults by the names of the columns. */
    private static <T> T inColumns(Map<String, String> columns, Supplier<T> step) {
        try {
            return step.get();
        } catch (DetailsRefused e) {
            throw new DetailsRefused(e.faults().entrySet().stream()
                    .collect(Collectors.toMap(
                            fault -> columns.getOrDefault(fault.getKey(), fault.getKey()), Map.Entry::getValue)));
        }
    }

    private static String who(Contact contact) {
        return contact.name + " <" + contact.email + ">";
    }

    private static String said(Row row, Column column, String before) {
        return said(row, column, before, UnaryOperator.identity());
    }

    private static String said(Row row, Column column, String before, UnaryOperator<String> form) {
        return row.says(column) ? form.apply(row.cell(column)) : before;
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }

    private static List<String> domainsOf(String cell) {
        return Arrays.stream(cell.split("\\s+"))
                .filter(domain -> !domain.isEmpty())
                .toList();
    }
}
