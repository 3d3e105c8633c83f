package io.casewright.plan.domain;

import io.casewright.calendar.domain.CalendarText;
import io.casewright.platform.text.InputText;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds what is wrong with the fields of a plan; each fault is the end of a sentence that begins with its field. */
public final class TermsCheck {

    static final String REQUIRED = "is required";

    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_TEXT = 2000;
    private static final int LONGEST_TAX = 40;
    private static final BigDecimal HIGHEST_AMOUNT = new BigDecimal("10000000");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Duration LONGEST_TARGET = Duration.ofDays(366);
    private static final Set<String> SPOKEN = Set.of(Locale.getISOLanguages());

    private final PlanFields fields;
    private final Map<String, String> faults = new TreeMap<>();

    private TermsCheck(PlanFields fields) {
        this.fields = fields;
    }

    /** @param calendar finds the faults of a calendar, by its field */
    public static Map<String, String> faultsOf(
            PlanFields fields, Function<CalendarText, Map<String, String>> calendar) {
        var check = new TermsCheck(fields);
        check.names();
        check.words();
        check.languages();
        calendar.apply(TermsReading.calendar(fields))
                .forEach((field, fault) -> check.faults.put("calendar." + field, fault));
        PlanFields.SEVERITIES.forEach(check::targets);
        check.hoursAt();
        check.charging();
        check.choice("delivery.firstLine", DeliveryModel.values());
        check.choice("delivery.secondLine", DeliveryModel.values());
        return check.faults;
    }

    private void names() {
        var known = PlanFields.names();
        fields.values().forEach((field, value) -> {
            if (!known.contains(field)) {
                faults.put(field, "is no field of a plan; leave it out or look at how it is written");
            } else if (value.length() > LONGEST_TEXT) {
                faults.put(field, "must have at most %d characters".formatted(LONGEST_TEXT));
            } else {
                InputText.problemWith(value).ifPresent(problem -> faults.put(field, problem));
            }
        });
    }

    private void words() {
        for (String language : PlanFields.LANGUAGES) {
            if (PlanFields.LANGUAGES.indexOf(language) < 2 || fields.isIn(language)) {
                require(language + ".name");
                require(language + ".contact");
                if (fields.of(language + ".name").length() > LONGEST_NAME) {
                    faults.put(language + ".name", "must have at most %d characters".formatted(LONGEST_NAME));
                }
                supports(language);
            }
        }
    }

    /** The same kinds of support in all languages: nobody is promised more for reading another one. */
    private void supports(String language) {
        var kinds = List.of("billing", "subscription", "technical");
        if (kinds.stream().allMatch(kind -> fields.of("en." + kind).isEmpty())) {
            faults.putIfAbsent(language + ".technical", "is required unless another kind of support is described");
            return;
        }
        for (String kind : kinds) {
            boolean here = !fields.of(language + "." + kind).isEmpty();
            boolean inEnglish = !fields.of("en." + kind).isEmpty();
            if (here != inEnglish) {
                faults.putIfAbsent(
                        language + "." + kind,
                        inEnglish
                                ? "is required, because the plan has it in English"
                                : "is not in English; describe it there too or leave it empty here");
            }
        }
    }

    private void languages() {
        require("languages");
        for (String language : fields.linesOf("languages")) {
            if (!SPOKEN.contains(language)) {
                faults.putIfAbsent(
                        "languages",
                        "has \"%s\", which is no language; write its two letters, such as en".formatted(language));
            }
        }
    }

    private void targets(String severity) {
        String prefix = "targets." + severity + ".";
        require(prefix + "firstResponse");
        var response = target(prefix + "firstResponse");
        target(prefix + "nextUpdate");
        var resolution = target(prefix + "resolution");
        if (response.isPresent() && resolution.isPresent() && resolution.get().compareTo(response.get()) < 0) {
            faults.put(prefix + "resolution", "must not be shorter than the first response");
        }
    }

    private Optional<Duration> target(String field) {
        if (fields.of(field).isEmpty()) {
            return Optional.empty();
        }
        var time = ServiceTime.read(fields.of(field));
        if (time.isEmpty()) {
            faults.put(field, "must be a service time such as 30 min, 4 h or 1 h 30 min");
        } else if (!time.get().isPositive() || time.get().compareTo(LONGEST_TARGET) > 0) {
            faults.put(field, "must be more than nothing and at most " + ServiceTime.written(LONGEST_TARGET));
        }
        return time;
    }

    private void hoursAt() {
        if (!fields.of(PlanFields.HOURS_AT).isEmpty()) {
            choice(PlanFields.HOURS_AT, HoursAt.values());
        }
    }

    private void charging() {
        choice("charging.model", Charging.Model.values());
        String model = fields.of("charging.model");
        if (!model.isEmpty() && !model.equals(Charging.Model.INCLUDED.name())) {
            require("charging.price");
        }
        var currency = currency();
        amount("charging.price", currency);
        amount("charging.afterHoursRate", currency);
        if (model.equals(Charging.Model.PREPAID_HOURS.name())) {
            require("charging.hours");
        } else if (!fields.of("charging.hours").isEmpty()) {
            faults.putIfAbsent("charging.hours", "belongs to prepaid hours; leave it empty");
        }
        number("charging.hours", 1, 10_000);
        number("charging.roundUpToMinutes", 1, 480);
        number("charging.atLeastMinutes", 1, 480);
        tax();
    }

    private void tax() {
        String percent = fields.of("charging.taxPercent");
        if (percent.isEmpty() != fields.of("charging.taxName").isEmpty()) {
            require("charging.taxPercent");
            require("charging.taxName");
        }
        if (fields.of("charging.taxName").length() > LONGEST_TAX) {
            faults.putIfAbsent("charging.taxName", "must have at most %d characters".formatted(LONGEST_TAX));
        }
        if (!percent.isEmpty()
                && (!percent.matches("\\d{1,3}(\\.\\d{1,2})?") || new BigDecimal(percent).compareTo(HUNDRED) > 0)) {
            faults.putIfAbsent("charging.taxPercent", "must be a number from 0 to 100, such as 19 or 8.1");
        }
    }

    private Optional<Currency> currency() {
        String code = fields.of("charging.currency");
        boolean isNeeded = !fields.of("charging.price").isEmpty()
                || !fields.of("charging.afterHoursRate").isEmpty();
        if (code.isEmpty()) {
            if (isNeeded) {
                faults.put("charging.currency", "is required where there is an amount");
            }
            return Optional.empty();
        }
        var known = Currency.getAvailableCurrencies().stream()
                .filter(currency -> currency.getCurrencyCode().equalsIgnoreCase(code))
                .filter(currency -> currency.getDefaultFractionDigits() >= 0)
                .findFirst();
        if (known.isEmpty()) {
            faults.putIfAbsent("charging.currency", "is unknown; write the three letters of a currency, such as EUR");
        }
        return known;
    }

    private void amount(String field, Optional<Currency> currency) {
        String text = fields.of(field);
        if (text.isEmpty()) {
            return;
        }
        int decimals = currency.map(Currency::getDefaultFractionDigits).orElse(2);
        if (!text.matches("-?\\d{1,15}(\\.\\d{1,6})?")) {
            faults.putIfAbsent(field, "must be an amount such as 950.00, with a point and without signs between");
            return;
        }
        var amount = new BigDecimal(text);
        if (amount.signum() < 0) {
            faults.putIfAbsent(field, "must not be negative");
        } else if (amount.compareTo(HIGHEST_AMOUNT) > 0) {
            faults.putIfAbsent(field, "must be at most " + HIGHEST_AMOUNT.toPlainString());
        } else if (amount.stripTrailingZeros().scale() > decimals) {
            faults.putIfAbsent(field, "must have at most %d decimals".formatted(decimals));
        }
    }

    private void number(String field, int least, int most) {
        String text = fields.of(field);
        if (!text.isEmpty()
                && (!text.matches("\\d{1,6}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most)) {
            faults.putIfAbsent(field, "must be a number from %d to %d".formatted(least, most));
        }
    }

    private void choice(String field, Enum<?>[] names) {
        require(field);
        if (Arrays.stream(names).noneMatch(name -> name.name().equals(fields.of(field)))) {
            faults.putIfAbsent(
                    field,
                    "must be one of: " + Arrays.stream(names).map(Enum::name).collect(Collectors.joining(", ")));
        }
    }

    private void require(String field) {
        if (fields.of(field).isEmpty()) {
            faults.put(field, REQUIRED);
        }
    }
}
