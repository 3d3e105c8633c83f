package io.casewright.desk.pages;

import io.casewright.access.Person;
import io.casewright.customer.Change;
import io.casewright.customer.CustomerFile;
import io.casewright.customer.CustomerFile.ContactEntry;
import io.casewright.customer.Editor;
import io.casewright.customer.ReadCustomers;
import io.casewright.desk.application.DeskRights;
import io.casewright.platform.pages.Moment;
import io.casewright.platform.pages.Moments;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Shows customers and contacts, and the forms in which they are changed. */
@Component
class CustomerPages {

    static final Map<String, String> DELIVERY = Map.of(
            "OWN", "Own: the partner gives support itself",
            "OUTSOURCED", "Outsourced: another company gives it for the partner",
            "RESOLD", "Resold: support of another company");
    private static final Map<String, String> PARTNERS = Map.of(
            "DIRECT_BILL", "direct bill partner",
            "INDIRECT_PROVIDER", "indirect provider",
            "INDIRECT_RESELLER", "indirect reseller");
    private static final Map<String, String> CHARGING = Map.of(
            "INCLUDED", "support is included",
            "PER_INCIDENT", "charged by incident",
            "HOURLY", "charged by the hour",
            "PREPAID_HOURS", "prepaid hours");

    private final ReadCustomers customers;
    private final Moments moments;

    CustomerPages(ReadCustomers customers, Moments moments) {
        this.customers = customers;
        this.moments = moments;
    }

    /** One line of the history. */
    record HistoryLine(
            Moment at,
            String person,
            String what,
            @Nullable String before,
            @Nullable String after) {}

    static void requireKeeper(Person person) {
        if (!DeskRights.keepsCustomers(person)) {
            throw DeskRefused.onlyDutyManagers();
        }
    }

    static Editor editor(Person person) {
        return new Editor(person.login(), person.name());
    }

    CustomerFile file(long id) {
        return customers.find(id).orElseThrow(DeskRefused::noSuchCustomer);
    }

    ContactEntry contact(CustomerFile file, long contactId) {
        return file.contact(contactId).orElseThrow(DeskRefused::noSuchCustomer);
    }

    /** @param problem why nothing was done; null when nothing was to be done */
    ModelAndView customer(long id, Person person, @Nullable String problem) {
        var file = file(id);
        var page = new ModelAndView("desk/customer", problem == null ? HttpStatus.OK : HttpStatus.CONFLICT);
        page.addObject("customer", file);
        page.addObject("delivery", words(DELIVERY, file.details().deliveryModel()));
        page.addObject("partnerKind", words(PARTNERS, file.partnerKind()));
        page.addObject("charging", words(CHARGING, file.plan().charging()));
        page.addObject("closedAt", file.closedAt() == null ? null : moments.of(file.closedAt()));
        page.addObject("history", historyOf(file));
        page.addObject("keeps", DeskRights.keepsCustomers(person));
        page.addObject("problem", problem);
        return page;
    }

    /**
     * The form of a customer.
     *
     * @param id null when it is a new one
     * @param kept what somebody else made of it meanwhile, by field
     */
    ModelAndView form(
            @Nullable Long id,
            CustomerForm form,
            HttpStatus status,
            Map<String, String> faults,
            Map<String, String> kept,
            @Nullable String problem) {
        var page = new ModelAndView("desk/customer-form", status);
        page.addObject("id", id);
        page.addObject("form", form);
        page.addObject("faults", faults);
        page.addObject("kept", kept);
        page.addObject("problem", problem);
        page.addObject("choices", customers.choices());
        page.addObject("delivery", DELIVERY);
        page.addObject("deliveryModels", List.of("OWN", "OUTSOURCED", "RESOLD"));
        return page;
    }

    /** The form of a contact; the parameters are as those of {@link #form}. */
    ModelAndView contactForm(
            CustomerFile file,
            @Nullable ContactEntry contact,
            ContactForm form,
            HttpStatus status,
            Map<String, String> faults,
            Map<String, String> kept,
            @Nullable String problem) {
        var page = new ModelAndView("desk/contact-form", status);
        page.addObject("customer", file);
        page.addObject("contact", contact);
        page.addObject("form", form);
        page.addObject("faults", faults);
        page.addObject("kept", kept);
        page.addObject("problem", problem);
        return page;
    }

    private List<HistoryLine> historyOf(CustomerFile file) {
        return file.history().stream()
                .map(entry -> new HistoryLine(
                        moments.of(entry.at()),
                        entry.person(),
                        entry.contact() == null
                                ? entry.change().what()
                                : entry.change().what() + " of " + entry.contact(),
                        value(entry.change(), entry.change().before()),
                        value(entry.change(), entry.change().after())))
                .toList();
    }

    private static @Nullable String value(Change change, @Nullable String value) {
        return value != null && change.what().equals("delivery model") ? words(DELIVERY, value) : value;
    }

    static String words(Map<String, String> all, String name) {
        return Objects.requireNonNullElse(all.get(name), name);
    }
}
