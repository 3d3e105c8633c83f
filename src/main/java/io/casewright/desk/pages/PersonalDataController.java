package io.casewright.desk.pages;

import io.casewright.access.Person;
import io.casewright.customer.CustomerFile;
import io.casewright.platform.pages.Moment;
import io.casewright.platform.pages.Moments;
import io.casewright.retention.EraseContact;
import io.casewright.retention.ErasureRefused;
import io.casewright.retention.HandOutContact;
import io.casewright.retention.LegalHold;
import io.casewright.retention.LegalHolds;
import io.casewright.retention.LegalHolds.Wanted;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is kept of a contact: handed out, held and erased by a duty manager. */
@Controller
@RequestMapping(CustomerController.ADDRESS + "/{customer}/contacts/{contact}/personal-data")
class PersonalDataController {

    private static final String NOT_CONFIRMED =
            "Not erased yet: say below that you have read what goes. It cannot be brought back.";

    private final EraseContact erase;
    private final HandOutContact handOut;
    private final LegalHolds holds;
    private final CustomerPages pages;
    private final Moments moments;

    PersonalDataController(
            EraseContact erase, HandOutContact handOut, LegalHolds holds, CustomerPages pages, Moments moments) {
        this.erase = erase;
        this.handOut = handOut;
        this.holds = holds;
        this.pages = pages;
        this.moments = moments;
    }

    /** The form of a hold, as it was filled in. */
    record HoldForm(
            @Nullable String reason,
            @Nullable String caseNumber,
            @Nullable String untilDay) {

        static HoldForm empty() {
            return new HoldForm(null, null, null);
        }
    }

    /** A hold that holds now. */
    record HoldLine(LegalHold hold, Moment since) {}

    @GetMapping
    ModelAndView look(@PathVariable long customer, @PathVariable long contact, Person person) {
        CustomerPages.requireKeeper(person);
        return page(pages.file(customer), contact, HttpStatus.OK, null, HoldForm.empty(), null);
    }

    @GetMapping("/export.json")
    ResponseEntity<byte[]> json(@PathVariable long customer, @PathVariable long contact, Person person) {
        requireContact(customer, contact, person);
        return file(contact, "json", MediaType.APPLICATION_JSON, handOut.json(customer, contact));
    }

    @GetMapping("/export.zip")
    ResponseEntity<byte[]> csv(@PathVariable long customer, @PathVariable long contact, Person person) {
        requireContact(customer, contact, person);
        return file(contact, "zip", MediaType.parseMediaType("application/zip"), handOut.csv(customer, contact));
    }

    @PostMapping("/erasure")
    ModelAndView erase(
            @PathVariable long customer,
            @PathVariable long contact,
            @RequestParam(required = false) @Nullable String confirmed,
            Person person,
            RedirectAttributes redirect) {
        requireContact(customer, contact, person);
        var file = pages.file(customer);
        if (confirmed == null) {
            return page(file, contact, HttpStatus.UNPROCESSABLE_ENTITY, NOT_CONFIRMED, HoldForm.empty(), null);
        }
        try {
            long certificate = erase.erase(customer, contact, CustomerPages.editor(person));
            redirect.addFlashAttribute("done", "The contact was erased.");
            return new ModelAndView("redirect:" + ErasureController.ADDRESS + "/" + certificate);
        } catch (ErasureRefused e) {
            return page(file, contact, HttpStatus.CONFLICT, e.getMessage(), HoldForm.empty(), null);
        }
    }

    @PostMapping("/holds")
    ModelAndView hold(
            @PathVariable long customer,
            @PathVariable long contact,
            HoldForm form,
            Person person,
            RedirectAttributes redirect) {
        requireContact(customer, contact, person);
        try {
            holds.place(
                    customer,
                    contact,
                    new Wanted(form.reason(), form.caseNumber(), form.untilDay()),
                    CustomerPages.editor(person));
            return done(customer, contact, "It is held.", redirect);
        } catch (ErasureRefused e) {
            return page(pages.file(customer), contact, HttpStatus.UNPROCESSABLE_ENTITY, null, form, e.getMessage());
        }
    }

    @PostMapping("/holds/{hold}/lifting")
    ModelAndView lift(
            @PathVariable long customer,
            @PathVariable long contact,
            @PathVariable long hold,
            Person person,
            RedirectAttributes redirect) {
        requireContact(customer, contact, person);
        holds.lift(contact, hold, CustomerPages.editor(person));
        return done(customer, contact, "The hold is lifted.", redirect);
    }

    private void requireContact(long customer, long contact, Person person) {
        CustomerPages.requireKeeper(person);
        pages.contact(pages.file(customer), contact);
    }

    private ModelAndView page(
            CustomerFile file,
            long contact,
            HttpStatus status,
            @Nullable String problem,
            HoldForm form,
            @Nullable String holdProblem) {
        var page = new ModelAndView("desk/personal-data", status);
        page.addObject("customer", file);
        page.addObject("contact", pages.contact(file, contact));
        page.addObject("preview", erase.preview(file.id(), contact));
        page.addObject(
                "holds",
                holds.of(contact).stream()
                        .map(hold -> new HoldLine(hold, moments.of(hold.placedAt())))
                        .toList());
        page.addObject("problem", problem);
        page.addObject("form", form);
        page.addObject("holdProblem", holdProblem);
        return page;
    }

    private static ModelAndView done(long customer, long contact, String said, RedirectAttributes redirect) {
        redirect.addFlashAttribute("done", said);
        return new ModelAndView(
                "redirect:" + CustomerController.ADDRESS + "/" + customer + "/contacts/" + contact + "/personal-data");
    }

    /** Nobody keeps a copy on the way. */
    private static ResponseEntity<byte[]> file(long contact, String ending, MediaType type, byte[] content) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("contact-" + contact + "." + ending)
                                .build()
                                .toString())
                .contentType(type)
                .body(content);
    }
}
