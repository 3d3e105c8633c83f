package io.casewright.desk.pages;

import io.casewright.access.Person;
import io.casewright.customer.Change;
import io.casewright.customer.CustomerFile;
import io.casewright.customer.CustomerFile.ContactEntry;
import io.casewright.customer.Editor;
import io.casewright.customer.ReadCustomers;
import io.casewright.desk.application.DeskRights;
import io.casewright.plan.application.ToldPlans;
import io.casewright.plan.domain.ToldVersion;
import io.casewright.platform.pages.Moment;
import io.casewright.platform.pages.Moments;
import io.casewright.platform.pages.Texts;
import io.casewright.prepaid.application.ReadPrepaidHours;
import io.casewright.promise.application.MeasureAnew;
import io.casewright.site.application.Sites;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Shows customers and contacts, and the forms in which they are changed. */
@Component
class CustomerPages {

    static final List<String> DELIVERY_MODELS = List.of("OWN", "OUTSOURCED", "RESOLD");

    private final ReadCustomers customers;
    private final ToldPlans told;
    private final ReadPrepaidHours prepaidHours;
    private final Sites sites;
    private final MeasureAnew measureAnew;
    private final Moments moments;
    private final Texts texts;

    CustomerPages(
            ReadCustomers customers,
            ToldPlans told,
            ReadPrepaidHours prepaidHours,
            Sites sites,
            MeasureAnew measureAnew,
            Moments moments,
            Texts texts) {
        this.sites = sites;
        this.measureAnew = measureAnew;
        this.told = told;
        this.prepaidHours = prepaidHours;
        this.texts = texts;
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

    /**
     * A version of a plan that was told to a contact.
     *
     * @param at null while the letter has not left
     */
    record ToldLine(ToldVersion version, @Nullable Moment at) {}

    private ToldLine toldLine(ToldVersion version) {
        return new ToldLine(version, version.at() == null ? null : moments.of(version.at()));
    }

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
        page.addObject("delivery", deliveryWords(file.details().deliveryModel()));
        page.addObject("partnerKind", texts.ofName("Partner.Kind", file.partnerKind()));
        page.addObject("charging", texts.ofName("Charging.Model", file.plan().charging()));
        page.addObject("closedAt", file.closedAt() == null ? null : moments.of(file.closedAt()));
        page.addObject("history", historyOf(file));
        page.addObject("told", told.ofCustomer(id).stream().map(this::toldLine).toList());
        page.addObject("sites", sites.of(id));
        page.addObject("hasPrepaidHours", prepaidHours.concerns(id));
        boolean keeps = DeskRights.keepsCustomers(person);
        page.addObject("keeps", keeps);
        page.addObject("measuredOtherwise", keeps ? measureAnew.differing(id) : 0);
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
        page.addObject("delivery", delivery());
        page.addObject("deliveryModels", DELIVERY_MODELS);
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
                                ? texts.said(entry.change().what())
                                : texts.of(
                                        "customer.history-of",
                                        texts.said(entry.change().what()),
                                        Objects.requireNonNull(entry.contact())),
                        value(entry.change(), entry.change().before()),
                        value(entry.change(), entry.change().after())))
                .toList();
    }

    private @Nullable String value(Change change, @Nullable String value) {
        if (value == null) {
            return null;
        }
        return switch (change.what()) {
            case "delivery model" -> deliveryWords(value);
            case "state" -> texts.said(value);
            default -> value;
        };
    }

    /** The delivery models in words, by their names. */
    Map<String, String> delivery() {
        return DELIVERY_MODELS.stream().collect(Collectors.toMap(Function.identity(), this::deliveryWords));
    }

    private String deliveryWords(String model) {
        return texts.ofName("customer.delivery-model", model);
    }
}
