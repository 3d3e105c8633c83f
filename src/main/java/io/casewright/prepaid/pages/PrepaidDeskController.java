package io.casewright.prepaid.pages;

import io.casewright.access.Person;
import io.casewright.prepaid.application.BuyPackages;
import io.casewright.prepaid.domain.PurchaseRefused;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Prepaid hours at the Desk: everybody looks, a duty manager or process owner books packages. */
@Controller
@RequestMapping("/desk/customers/{customer}/prepaid-hours")
class PrepaidDeskController {

    private final BuyPackages buyPackages;
    private final PrepaidPages pages;

    PrepaidDeskController(BuyPackages buyPackages, PrepaidPages pages) {
        this.buyPackages = buyPackages;
        this.pages = pages;
    }

    @GetMapping
    ModelAndView read(@PathVariable long customer, Person person) {
        return pages.of(customer, person, PurchaseForm.empty(), Map.of());
    }

    @PostMapping
    ModelAndView buy(@PathVariable long customer, PurchaseForm form, Person person, RedirectAttributes redirect) {
        if (!PrepaidPages.mayBook(person)) {
            throw new MayNotBook();
        }
        try {
            boolean isNew = buyPackages.buy(customer, form.typed(), person.login(), form.purchaseKey());
            redirect.addFlashAttribute(
                    "done", isNew ? "The packages are booked." : "This was booked before: nothing was added.");
            return new ModelAndView("redirect:/desk/customers/" + customer + "/prepaid-hours");
        } catch (PurchaseRefused e) {
            return pages.of(customer, person, form, e.faults());
        }
    }

    /** Looks, and may not book. */
    static final class MayNotBook extends RuntimeException {}
}
