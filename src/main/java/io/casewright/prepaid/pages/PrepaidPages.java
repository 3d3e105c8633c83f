package io.casewright.prepaid.pages;

import io.casewright.access.Person;
import io.casewright.access.Role;
import io.casewright.customer.ReadCustomers;
import io.casewright.platform.pages.Moment;
import io.casewright.platform.pages.Moments;
import io.casewright.platform.pages.Texts;
import io.casewright.prepaid.application.BuyPackages;
import io.casewright.prepaid.application.ReadPrepaidHours;
import io.casewright.prepaid.domain.PrepaidEntry;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Shows the prepaid hours of a customer: what it has, how it came to that, and the form in which packages are booked. */
@Component
class PrepaidPages {

    private final ReadCustomers customers;
    private final ReadPrepaidHours readPrepaidHours;
    private final BuyPackages buyPackages;
    private final Moments moments;
    private final Texts texts;

    PrepaidPages(
            ReadCustomers customers,
            ReadPrepaidHours readPrepaidHours,
            BuyPackages buyPackages,
            Moments moments,
            Texts texts) {
        this.customers = customers;
        this.readPrepaidHours = readPrepaidHours;
        this.buyPackages = buyPackages;
        this.moments = moments;
        this.texts = texts;
    }

    /** An entry. */
    record Line(
            Moment at,
            String kind,
            String time,
            @Nullable String caseNumber,
            @Nullable String note,
            @Nullable String name) {}

    /** Whoever keeps customers or plans books what they buy. */
    static boolean mayBook(Person person) {
        return person.hasAny(Role.DUTY_MANAGER, Role.PROCESS_OWNER);
    }

    /**
     * @param faults by field, in English
     * @throws NoSuchCustomer when there is none
     */
    ModelAndView of(long customer, Person person, PurchaseForm form, Map<String, String> faults) {
        var file = customers.find(customer).orElseThrow(NoSuchCustomer::new);
        var statement = readPrepaidHours.of(customer);
        var balance = statement.balance();
        var offer = buyPackages.offerTo(customer);
        var page =
                new ModelAndView("prepaid/hours", faults.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY);
        page.addObject("id", customer);
        page.addObject("name", file.details().name());
        page.addObject("held", HoursWords.of(balance.held(), texts));
        page.addObject("reserved", HoursWords.of(balance.reserved(), texts));
        page.addObject("free", HoursWords.of(balance.free(), texts));
        page.addObject("lines", statement.entries().stream().map(this::line).toList());
        page.addObject("isCut", statement.entries().size() == ReadPrepaidHours.MOST_ENTRIES);
        page.addObject("offer", offer.orElse(null));
        page.addObject("mayBook", mayBook(person));
        page.addObject("form", form);
        page.addObject("faults", faults);
        return page;
    }

    private Line line(PrepaidEntry entry) {
        return new Line(
                moments.of(entry.madeAt()),
                texts.of(entry.movement().kind()),
                HoursWords.of(entry.movement().minutes(), texts),
                entry.caseNumber(),
                entry.note(),
                entry.name());
    }

    /** There is no customer of this number. */
    static final class NoSuchCustomer extends RuntimeException {}
}
