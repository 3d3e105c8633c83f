package io.casewright.desk.pages;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.OK;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_ENTITY;

import io.casewright.access.Person;
import io.casewright.customer.ChangedMeanwhile;
import io.casewright.customer.CustomerNotChanged;
import io.casewright.customer.DetailsRefused;
import io.casewright.customer.KeepCustomers;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who may ask in the name of a customer, kept by a duty manager. */
@Controller
@RequestMapping(CustomerController.ADDRESS + "/{customer}/contacts")
class ContactController {

    private final KeepCustomers keep;
    private final CustomerPages pages;

    ContactController(KeepCustomers keep, CustomerPages pages) {
        this.keep = keep;
        this.pages = pages;
    }

    @GetMapping("/new")
    ModelAndView formOfNew(@PathVariable long customer, Person person) {
        CustomerPages.requireKeeper(person);
        return pages.contactForm(pages.file(customer), null, ContactForm.empty(), OK, Map.of(), Map.of(), null);
    }

    @PostMapping
    ModelAndView add(@PathVariable long customer, ContactForm form, Person person, RedirectAttributes redirect) {
        CustomerPages.requireKeeper(person);
        var file = pages.file(customer);
        try {
            keep.addContact(customer, form.details(), CustomerPages.editor(person));
            return CustomerController.done(customer, "The contact was added.", redirect);
        } catch (DetailsRefused e) {
            return pages.contactForm(file, null, form, UNPROCESSABLE_ENTITY, e.faults(), Map.of(), null);
        } catch (CustomerNotChanged e) {
            return pages.contactForm(file, null, form, CONFLICT, Map.of(), Map.of(), e.getMessage());
        }
    }

    @GetMapping("/{contact}")
    ModelAndView formOf(@PathVariable long customer, @PathVariable long contact, Person person) {
        CustomerPages.requireKeeper(person);
        var file = pages.file(customer);
        var found = pages.contact(file, contact);
        return pages.contactForm(file, found, ContactForm.of(found), OK, Map.of(), Map.of(), null);
    }

    @PostMapping("/{contact}")
    ModelAndView change(
            @PathVariable long customer,
            @PathVariable long contact,
            ContactForm form,
            Person person,
            RedirectAttributes redirect) {
        CustomerPages.requireKeeper(person);
        var file = pages.file(customer);
        var found = pages.contact(file, contact);
        try {
            keep.changeContact(
                    customer,
                    contact,
                    CustomerForm.version(form.version()),
                    form.details(),
                    CustomerPages.editor(person));
            return CustomerController.done(customer, "The contact was changed.", redirect);
        } catch (DetailsRefused e) {
            return pages.contactForm(file, found, form, UNPROCESSABLE_ENTITY, e.faults(), Map.of(), null);
        } catch (ChangedMeanwhile e) {
            var now = pages.contact(pages.file(customer), contact);
            return pages.contactForm(
                    file, now, form.at(now.version()), CONFLICT, Map.of(), form.otherThan(now), e.getMessage());
        } catch (CustomerNotChanged e) {
            return pages.contactForm(file, found, form, CONFLICT, Map.of(), Map.of(), e.getMessage());
        }
    }

    @PostMapping("/{contact}/closing")
    ModelAndView close(
            @PathVariable long customer,
            @PathVariable long contact,
            @RequestParam(required = false) @Nullable String version,
            Person person,
            RedirectAttributes redirect) {
        return turn(
                customer,
                contact,
                person,
                "The contact is closed.",
                redirect,
                () -> keep.closeContact(
                        customer, contact, CustomerForm.version(version), CustomerPages.editor(person)));
    }

    @PostMapping("/{contact}/reopening")
    ModelAndView reopen(
            @PathVariable long customer,
            @PathVariable long contact,
            @RequestParam(required = false) @Nullable String version,
            Person person,
            RedirectAttributes redirect) {
        return turn(
                customer,
                contact,
                person,
                "The contact is open again.",
                redirect,
                () -> keep.reopenContact(
                        customer, contact, CustomerForm.version(version), CustomerPages.editor(person)));
    }

    private ModelAndView turn(
            long customer, long contact, Person person, String said, RedirectAttributes redirect, Runnable change) {
        CustomerPages.requireKeeper(person);
        pages.contact(pages.file(customer), contact);
        try {
            change.run();
            return CustomerController.done(customer, said, redirect);
        } catch (ChangedMeanwhile | CustomerNotChanged e) {
            return pages.customer(customer, person, e.getMessage());
        }
    }
}
