package io.casewright.desk.pages;

import io.casewright.access.Person;
import io.casewright.customer.CsvUnreadable;
import io.casewright.customer.ImportCustomers;
import io.casewright.customer.ImportPlan.Kind;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lists of customers as files: a duty manager hands one in, looks at what it would change, and applies it. */
@Controller
class ImportController {

    private static final String ADDRESS = CustomerController.ADDRESS + "/import";

    private static final String NOT_AS_SHOWN =
            "Nothing was changed: customers are otherwise now than when this was shown. Look at it again.";

    private final ImportCustomers imports;

    ImportController(ImportCustomers imports) {
        this.imports = imports;
    }

    @GetMapping(ADDRESS)
    ModelAndView form(Person person) {
        CustomerPages.requireKeeper(person);
        return handInForm(null);
    }

    @PostMapping(ADDRESS)
    ModelAndView handIn(@RequestParam(required = false) @Nullable MultipartFile file, Person person)
            throws IOException {
        CustomerPages.requireKeeper(person);
        if (file == null || file.isEmpty()) {
            return handInForm("Choose a file first; there was none, or nothing in it.");
        }
        try (var content = file.getInputStream()) {
            String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
            return new ModelAndView(
                    "redirect:" + ADDRESS + "/" + imports.handIn(name, content, CustomerPages.editor(person)));
        } catch (CsvUnreadable e) {
            return handInForm(e.getMessage());
        }
    }

    @GetMapping(ADDRESS + "/{list}")
    ModelAndView look(@PathVariable long list, Person person) {
        CustomerPages.requireKeeper(person);
        return plan(list, person, null);
    }

    @PostMapping(ADDRESS + "/{list}")
    ModelAndView apply(
            @PathVariable long list,
            @RequestParam(defaultValue = "") String fingerprint,
            Person person,
            RedirectAttributes redirect) {
        CustomerPages.requireKeeper(person);
        return switch (imports.apply(list, fingerprint, CustomerPages.editor(person))) {
            case DONE -> {
                redirect.addFlashAttribute("done", "The list was applied.");
                yield new ModelAndView("redirect:" + CustomerController.ADDRESS);
            }
            case NOT_AS_SHOWN -> plan(list, person, NOT_AS_SHOWN);
            case GONE -> throw DeskRefused.noSuchImport();
        };
    }

    private static ModelAndView handInForm(@Nullable String problem) {
        var page = new ModelAndView(
                "desk/customer-import", problem == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY);
        page.addObject("problem", problem);
        return page;
    }

    private ModelAndView plan(long list, Person person, @Nullable String problem) {
        var plan = imports.dryRun(list, CustomerPages.editor(person)).orElseThrow(DeskRefused::noSuchImport);
        var page = new ModelAndView("desk/customer-plan", problem == null ? HttpStatus.OK : HttpStatus.CONFLICT);
        page.addObject("plan", plan);
        page.addObject("problem", problem);
        page.addObject(
                "counts",
                Arrays.stream(Kind.values())
                        .filter(kind -> plan.of(kind) > 0)
                        .collect(Collectors.toMap(
                                ImportController::words, plan::of, (one, other) -> one, LinkedHashMap::new)));
        page.addObject(
                "words", Arrays.stream(Kind.values()).collect(Collectors.toMap(Kind::name, ImportController::words)));
        return page;
    }

    private static String words(Kind kind) {
        return Map.of(
                        Kind.NEW_CUSTOMER, "New customer",
                        Kind.CHANGED_CUSTOMER, "Customer changed",
                        Kind.CLOSED_CUSTOMER, "Customer closed",
                        Kind.NEW_CONTACT, "New contact",
                        Kind.CHANGED_CONTACT, "Contact changed",
                        Kind.CLOSED_CONTACT, "Contact closed",
                        Kind.REFUSED, "Refused")
                .getOrDefault(kind, "");
    }
}
