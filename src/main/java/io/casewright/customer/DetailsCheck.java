package io.casewright.customer;

import com.google.common.net.InternetDomainName;
import io.casewright.platform.text.Identity;
import io.casewright.platform.text.InputText;
import jakarta.validation.Validator;
import java.net.IDN;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds what was written down of a customer or contact to be right, whichever door it came through; brings names into one form. */
final class DetailsCheck {

    private static final int LONGEST_DOMAIN = 190;
    private static final int MOST_DOMAINS = 50;

    private final Validator validator;
    private final Map<String, Partner> partners;
    private final Map<String, SupportPlan> plans;

    DetailsCheck(Validator validator, Collection<Partner> partners, Collection<SupportPlan> plans) {
        this.validator = validator;
        this.partners = byName(partners, Partner::name);
        this.plans = byName(plans, SupportPlan::name);
    }

    /** @throws DetailsRefused when they cannot be taken */
    Customer.Terms termsOf(CustomerDetails details) {
        var faults = faultsOf(details);
        var domains = domainsOf(details, faults);
        Partner partner = known("partner", details.partner(), partners, faults);
        SupportPlan plan = known("supportPlan", details.supportPlan(), plans, faults);
        if (!faults.isEmpty() || partner == null || plan == null) {
            throw new DetailsRefused(faults);
        }
        return new Customer.Terms(
                Identity.ofName(details.tenantId()),
                details.name().strip(),
                domains,
                partner,
                plan,
                Customer.DeliveryModel.valueOf(details.deliveryModel()),
                details.locale());
    }

    /** @throws DetailsRefused when they cannot be taken */
    Contact.Terms termsOf(ContactDetails details) {
        var faults = faultsOf(details);
        if (!faults.isEmpty()) {
            throw new DetailsRefused(faults);
        }
        String phone = details.phone().strip();
        return new Contact.Terms(
                details.name().strip(), Identity.ofAddress(details.email()), phone.isEmpty() ? null : phone);
    }

    /** Why it cannot be a domain of a customer, as the end of a sentence; it is in its one form. */
    static Optional<String> problemWithDomain(String domain) {
        if (domain.length() > LONGEST_DOMAIN) {
            return Optional.of("must have at most " + LONGEST_DOMAIN + " characters");
        }
        var problem = InputText.problemWith(domain);
        if (problem.isPresent()) {
            return problem;
        }
        String ascii = asciiOf(domain);
        // What does not come back as it was has characters that look like others, or like nothing.
        if (!ascii.contains(".")
                || !InternetDomainName.isValid(ascii)
                || !Identity.ofDomain(ascii).equals(domain)) {
            return Optional.of(
                    "must be a domain such as contoso.example; an international one may be written with xn--");
        }
        return InternetDomainName.from(ascii).isPublicSuffix()
                ? Optional.of("must be the customer's own; below " + domain + " anybody may have a domain")
                : Optional.empty();
    }

    private static String asciiOf(String domain) {
        try {
            return IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private Map<String, String> faultsOf(Object details) {
        var faults = new TreeMap<String, String>();
        validator
                .validate(details)
                .forEach(fault -> faults.merge(
                        fault.getPropertyPath().toString(),
                        fault.getMessage(),
                        (one, other) -> one.compareTo(other) < 0 ? one : other));
        return faults;
    }

    private static List<String> domainsOf(CustomerDetails details, Map<String, String> faults) {
        var domains = new LinkedHashSet<String>();
        String main = Identity.ofDomain(details.domain());
        if (!main.isEmpty()) {
            domains.add(main);
            problemWithDomain(main).ifPresent(problem -> faults.put("domain", problem));
        }
        for (String each : details.otherDomains()) {
            String domain = Identity.ofDomain(each);
            if (!domain.isEmpty() && domains.add(domain)) {
                problemWithDomain(domain)
                        .ifPresent(problem -> faults.putIfAbsent("otherDomains", quoted(each) + problem));
            }
        }
        if (domains.size() > MOST_DOMAINS) {
            faults.put("otherDomains", "must be at most " + (MOST_DOMAINS - 1) + " domains");
        }
        return new ArrayList<>(domains);
    }

    private static String quoted(String domain) {
        return "“" + (domain.length() > 60 ? domain.substring(0, 60) + "…" : domain.strip()) + "” ";
    }

    private static <T> @Nullable T known(String field, String name, Map<String, T> all, Map<String, String> faults) {
        T found = all.get(Identity.ofName(name));
        if (found == null) {
            faults.putIfAbsent(
                    field,
                    "must be one of: "
                            + all.keySet().stream().sorted().limit(20).collect(Collectors.joining(", ")));
        }
        return found;
    }

    private static <T> Map<String, T> byName(Collection<T> all, Function<T, String> name) {
        return all.stream()
                .collect(Collectors.toMap(name.andThen(Identity::ofName), Function.identity(), (one, other) -> one));
    }
}
