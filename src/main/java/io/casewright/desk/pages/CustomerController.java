package io.casewright.desk.pages;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.OK;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_ENTITY;

import io.casewright.access.Person;
import io.casewright.customer.ChangedMeanwhile;
import io.casewright.customer.CustomerNotChanged;
import io.casewright.customer.DetailsRefused;
import io.casewright.customer.KeepCustomers;
import io.casewright.customer.ReadCustomers;
import io.casewright.desk.application.DeskRights;
import io.casewright.promise.application.MeasureAnew;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Customers: everybody at the Desk looks, a duty manager changes. */
@Controller
class CustomerController {

    static final String ADDRESS = "/desk/customers";

    private static final int PAGE_SIZE = 50;
    private static final int MOST_PAGES = 10_000;

    private final ReadCustomers customers;
    private final KeepCustomers keep;
    private final MeasureAnew measureAnew;
    private final CustomerPages pages;

    CustomerController(ReadCustomers customers, KeepCustomers keep, MeasureAnew measureAnew, CustomerPages pages) {
        this.measureAnew = measureAnew;
        this.customers = customers;
        this.keep = keep;
        this.pages = pages;
    }

    @GetMapping(ADDRESS)
    ModelAndView list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "false") boolean closed,
            @RequestParam(defaultValue = "1") int page,
            Person person) {
        if (page < 1 || page > MOST_PAGES) {
            throw DeskRefused.address("page", "must be a number from 1 to " + MOST_PAGES);
        }
        String text = q.length() > 200 ? q.substring(0, 200) : q;
        var rows = customers.find(text, closed, (page - 1) * PAGE_SIZE, PAGE_SIZE + 1);
        var shown = new ModelAndView("desk/customers");
        shown.addObject("rows", rows.subList(0, Math.min(rows.size(), PAGE_SIZE)));
        shown.addObject("hasMore", rows.size() > PAGE_SIZE);
        shown.addObject("text", text);
        shown.addObject("closed", closed);
        shown.addObject("page", page);
        shown.addObject("keeps", DeskRights.keepsCustomers(person));
        shown.addObject("seesErasures", DeskRights.seesErasures(person));
        return shown;
    }

    @GetMapping(ADDRESS + "/{customer}")
    ModelAndView one(@PathVariable long customer, Person person) {
        return pages.customer(customer, person, null);
    }

    @GetMapping(ADDRESS + "/new")
    ModelAndView formOfNew(Person person) {
        CustomerPages.requireKeeper(person);
        return pages.form(null, CustomerForm.empty(), OK, Map.of(), Map.of(), null);
    }

    @PostMapping(ADDRESS)
    ModelAndView add(CustomerForm form, Person person, RedirectAttributes redirect) {
        CustomerPages.requireKeeper(person);
        try {
            long id = keep.add(form.details(), CustomerPages.editor(person));
            return done(id, "The customer was added. Add who may ask in its name.", redirect);
        } catch (DetailsRefused e) {
            return pages.form(null, form, UNPROCESSABLE_ENTITY, e.faults(), Map.of(), null);
        }
    }

    @GetMapping(ADDRESS + "/{customer}/change")
    ModelAndView formOf(@PathVariable long customer, Person person) {
        CustomerPages.requireKeeper(person);
        return pages.form(customer, CustomerForm.of(pages.file(customer)), OK, Map.of(), Map.of(), null);
    }

    @PostMapping(ADDRESS + "/{customer}")
    ModelAndView change(@PathVariable long customer, CustomerForm form, Person person, RedirectAttributes redirect) {
        CustomerPages.requireKeeper(person);
        pages.file(customer);
        try {
            keep.change(customer, CustomerForm.version(form.version()), form.details(), CustomerPages.editor(person));
            return done(customer, "The customer was changed.", redirect);
        } catch (DetailsRefused e) {
            return pages.form(customer, form, UNPROCESSABLE_ENTITY, e.faults(), Map.of(), null);
        } catch (ChangedMeanwhile e) {
            var now = pages.file(customer);
            return pages.form(
                    customer, form.at(now.version()), CONFLICT, Map.of(), form.otherThan(now), e.getMessage());
        } catch (CustomerNotChanged e) {
            return pages.form(customer, form, CONFLICT, Map.of(), Map.of(), e.getMessage());
        }
    }

    @PostMapping(ADDRESS + "/{customer}/closing")
    ModelAndView close(
            @PathVariable long customer,
            @RequestParam(required = false) @Nullable String version,
            Person person,
            RedirectAttributes redirect) {
        return turn(
                customer,
                person,
                "The customer is closed.",
                redirect,
                () -> keep.close(customer, CustomerForm.version(version), CustomerPages.editor(person)));
    }

    @PostMapping(ADDRESS + "/{customer}/reopening")
    ModelAndView reopen(
            @PathVariable long customer,
            @RequestParam(required = false) @Nullable String version,
            Person person,
            RedirectAttributes redirect) {
        return turn(
                customer,
                person,
                "The customer is open again.",
                redirect,
                () -> keep.reopen(customer, CustomerForm.version(version), CustomerPages.editor(person)));
    }

    /** Its open cases go by what holds now. */
    @PostMapping(ADDRESS + "/{customer}/measuring")
    ModelAndView measure(@PathVariable long customer, Person person, RedirectAttributes redirect) {
        CustomerPages.requireKeeper(person);
        pages.file(customer);
        measureAnew.order(customer, person.login());
        return done(customer, "The open cases are being measured by what holds now.", redirect);
    }

    private ModelAndView turn(long customer, Person person, String said, RedirectAttributes redirect, Runnable change) {
        CustomerPages.requireKeeper(person);
        pages.file(customer);
        try {
            change.run();
            return done(customer, said, redirect);
        } catch (ChangedMeanwhile | CustomerNotChanged e) {
            return pages.customer(customer, person, e.getMessage());
        }
    }

    static ModelAndView done(long customer, String said, RedirectAttributes redirect) {
        redirect.addFlashAttribute("done", said);
        return new ModelAndView("redirect:" + ADDRESS + "/" + customer);
    }
}
