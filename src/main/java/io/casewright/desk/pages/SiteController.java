package io.casewright.desk.pages;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.OK;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_ENTITY;

import io.casewright.access.Person;
import io.casewright.customer.ChangedMeanwhile;
import io.casewright.customer.CustomerNotChanged;
import io.casewright.customer.DetailsRefused;
import io.casewright.site.application.KeepSites;
import io.casewright.site.application.Sites;
import io.casewright.site.domain.Site;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a customer's people are, kept by a duty manager. */
@Controller
@RequestMapping(CustomerController.ADDRESS + "/{customer}/sites")
class SiteController {

    private final KeepSites keep;
    private final Sites sites;
    private final CustomerPages pages;

    SiteController(KeepSites keep, Sites sites, CustomerPages pages) {
        this.keep = keep;
        this.sites = sites;
        this.pages = pages;
    }

    @GetMapping("/new")
    ModelAndView formOfNew(@PathVariable long customer, Person person) {
        CustomerPages.requireKeeper(person);
        return form(customer, null, SiteForm.empty(), OK, Map.of(), Map.of(), null);
    }

    @PostMapping
    ModelAndView add(@PathVariable long customer, SiteForm form, Person person, RedirectAttributes redirect) {
        CustomerPages.requireKeeper(person);
        try {
            pages.file(customer);
            keep.add(customer, form.details(), CustomerPages.editor(person));
            return CustomerController.done(customer, "The site was added. It concerns new cases.", redirect);
        } catch (DetailsRefused e) {
            return form(customer, null, form, UNPROCESSABLE_ENTITY, e.faults(), Map.of(), null);
        } catch (CustomerNotChanged e) {
            return form(customer, null, form, CONFLICT, Map.of(), Map.of(), e.getMessage());
        }
    }

    @GetMapping("/{site}")
    ModelAndView formOf(@PathVariable long customer, @PathVariable long site, Person person) {
        CustomerPages.requireKeeper(person);
        var found = site(customer, site);
        return form(customer, found, SiteForm.of(found), OK, Map.of(), Map.of(), null);
    }

    @PostMapping("/{site}")
    ModelAndView change(
            @PathVariable long customer,
            @PathVariable long site,
            SiteForm form,
            Person person,
            RedirectAttributes redirect) {
        CustomerPages.requireKeeper(person);
        var found = site(customer, site);
        try {
            keep.change(
                    customer, site, CustomerForm.version(form.version()), form.details(), CustomerPages.editor(person));
            return CustomerController.done(customer, "The site was changed. It concerns new cases.", redirect);
        } catch (DetailsRefused e) {
            return form(customer, found, form, UNPROCESSABLE_ENTITY, e.faults(), Map.of(), null);
        } catch (ChangedMeanwhile e) {
            var now = site(customer, site);
            return form(customer, now, form.at(now.version()), CONFLICT, Map.of(), form.otherThan(now), e.getMessage());
        } catch (CustomerNotChanged e) {
            return form(customer, found, form, CONFLICT, Map.of(), Map.of(), e.getMessage());
        }
    }

    @PostMapping("/{site}/closing")
    ModelAndView close(
            @PathVariable long customer,
            @PathVariable long site,
            @RequestParam(required = false) @Nullable String version,
            Person person,
            RedirectAttributes redirect) {
        return turn(
                customer,
                site,
                person,
                "The site is closed.",
                redirect,
                () -> keep.close(customer, site, CustomerForm.version(version), CustomerPages.editor(person)));
    }

    @PostMapping("/{site}/reopening")
    ModelAndView reopen(
            @PathVariable long customer,
            @PathVariable long site,
            @RequestParam(required = false) @Nullable String version,
            Person person,
            RedirectAttributes redirect) {
        return turn(
                customer,
                site,
                person,
                "The site is open again.",
                redirect,
                () -> keep.reopen(customer, site, CustomerForm.version(version), CustomerPages.editor(person)));
    }

    private ModelAndView turn(
            long customer, long site, Person person, String said, RedirectAttributes redirect, Runnable change) {
        CustomerPages.requireKeeper(person);
        site(customer, site);
        try {
            change.run();
            return CustomerController.done(customer, said, redirect);
        } catch (ChangedMeanwhile | CustomerNotChanged e) {
            return pages.customer(customer, person, e.getMessage());
        }
    }

    private Site site(long customer, long site) {
        return sites.of(customer).stream()
                .filter(each -> each.id() == site)
                .findFirst()
                .orElseThrow(DeskRefused::noSuchCustomer);
    }

    /**
     * The form of a site.
     *
     * @param site null when it is a new one
     * @param kept what somebody else made of it meanwhile, by field
     */
    private ModelAndView form(
            long customer,
            @Nullable Site site,
            SiteForm form,
            HttpStatus status,
            Map<String, String> faults,
            Map<String, String> kept,
            @Nullable String problem) {
        var page = new ModelAndView("desk/site-form", status);
        page.addObject("customer", pages.file(customer));
        page.addObject("site", site);
        page.addObject("contacts", sites.contactsOf(customer));
        page.addObject("form", form);
        page.addObject("faults", faults);
        page.addObject("kept", kept);
        page.addObject("problem", problem);
        return page;
    }
}
