package io.casewright.desk.pages;

import static io.casewright.desk.pages.CustomerForm.text;

import io.casewright.access.Person;
import io.casewright.customer.CsvUnreadable;
import io.casewright.customer.DetailsRefused;
import io.casewright.customer.ImportCustomers;
import io.casewright.customer.ImportPlan.Kind;
import io.casewright.customer.ListUnread;
import io.casewright.customer.ProposeFromPartnerCenter;
import io.casewright.customer.ProposeFromPartnerCenter.Wanted;
import io.casewright.customer.ReadCustomers;
import io.casewright.platform.pages.Moment;
import io.casewright.platform.pages.Moments;
import io.casewright.platform.pages.Texts;
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
    private final ProposeFromPartnerCenter partnerCenter;
    private final ReadCustomers customers;
    private final CustomerPages pages;
    private final Moments moments;
    private final Texts texts;

    ImportController(
            ImportCustomers imports,
            ProposeFromPartnerCenter partnerCenter,
            ReadCustomers customers,
            CustomerPages pages,
            Moments moments,
            Texts texts) {
        this.pages = pages;
        this.texts = texts;
        this.imports = imports;
        this.partnerCenter = partnerCenter;
        this.customers = customers;
        this.moments = moments;
    }

    /** What is to become of customers that Partner Center lists, as it was filled in. */
    record ListForm(
            @Nullable String partner,
            @Nullable String supportPlan,
            @Nullable String deliveryModel,
            @Nullable String language,
            @Nullable String closings) {

        static ListForm empty() {
            return new ListForm(null, null, "OWN", "en", null);
        }

        Wanted wanted() {
            return new Wanted(text(partner), text(supportPlan), text(deliveryModel), text(language), closings != null);
        }
    }

    /** A list that waits. */
    record WaitingLine(long id, String name, Moment since) {}

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

    @PostMapping(ADDRESS + "/partner-center")
    ModelAndView read(ListForm form, Person person, RedirectAttributes redirect) {
        CustomerPages.requireKeeper(person);
        try {
            var list = partnerCenter.propose(form.wanted(), CustomerPages.editor(person));
            if (list.isPresent()) {
                return new ModelAndView("redirect:" + ADDRESS + "/" + list.get());
            }
            redirect.addFlashAttribute("done", "All customers are kept as Partner Center lists them.");
            return new ModelAndView("redirect:" + CustomerController.ADDRESS);
        } catch (DetailsRefused e) {
            return page(HttpStatus.UNPROCESSABLE_ENTITY, null, form, e.faults(), null);
        } catch (ListUnread e) {
            return page(HttpStatus.SERVICE_UNAVAILABLE, null, form, Map.of(), e.getMessage());
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

    private ModelAndView handInForm(@Nullable String problem) {
        return page(
                problem == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY,
                problem,
                ListForm.empty(),
                Map.of(),
                null);
    }

    private ModelAndView page(
            HttpStatus status,
            @Nullable String problem,
            ListForm form,
            Map<String, String> faults,
            @Nullable String unread) {
        var page = new ModelAndView("desk/customer-import", status);
        page.addObject("problem", problem);
        page.addObject("form", form);
        page.addObject("faults", faults);
        page.addObject("unread", unread);
        page.addObject("choices", customers.choices());
        page.addObject("deliveryModels", CustomerPages.DELIVERY_MODELS);
        page.addObject("delivery", pages.delivery());
        page.addObject(
                "waiting",
                imports.waiting().stream()
                        .map(list -> new WaitingLine(list.id(), list.name(), moments.of(list.since())))
                        .toList());
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
                        .collect(Collectors.toMap(texts::of, plan::of, (one, other) -> one, LinkedHashMap::new)));
        page.addObject("words", Arrays.stream(Kind.values()).collect(Collectors.toMap(Kind::name, texts::of)));
        return page;
    }
}
