package io.casewright.platform.text;

import io.casewright.platform.text.TypedNumber.NotUnderstood;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Map;
import java.util.regex.Pattern;

/** An amount of a currency. */
public record Money(BigDecimal amount, Currency currency) {

    /** Signs that mean one currency only; a dollar does not. */
    private static final Map<String, String> SIGNS = Map.of("€", "EUR", "£", "GBP", "₹", "INR", "₩", "KRW", "₺", "TRY");

    private static final Pattern TYPED = Pattern.compile(
            "(?<before>\\p{L}{3}|\\p{Sc})?\\p{Z}*(?<number>[\\d.,'’\\p{Zs}]*\\d)\\p{Z}*(?<after>\\p{L}{3}|\\p{Sc})?");

    private static final BigDecimal MINUTES_OF_AN_HOUR = BigDecimal.valueOf(60);
    private static final int LONGEST = 60;
    private static final Pattern THOUSAND = Pattern.compile("(?<=\\d)(?=(?:\\d{3})+$)");

    /**
     * What a person typed, without a currency or with the one that is meant.
     *
     * @throws NotUnderstood when it can be read in two ways, is of another currency, or is no amount
     */
    public static Money typed(String text, Currency currency) throws NotUnderstood {
        int decimals = Math.max(0, currency.getDefaultFractionDigits());
        String rule = "must be an amount such as " + example(decimals);
        var typed = TYPED.matcher(text.strip());
        if (text.length() > LONGEST || !typed.matches()) {
            throw new NotUnderstood(rule);
        }
        for (String group : new String[] {"before", "after"}) {
            String named = typed.group(group);
            if (named != null && !currency.getCurrencyCode().equalsIgnoreCase(SIGNS.getOrDefault(named, named))) {
                throw new NotUnderstood(
                        "must be in %s, as all amounts of this customer".formatted(currency.getCurrencyCode()));
            }
        }
        return new Money(TypedNumber.read(typed.group("number"), decimals, rule), currency);
    }

    /** Its share, to the nearest of the smallest unit of the currency; half of one is rounded up. */
    public Money dividedBy(int parts) {
        return new Money(amount.divide(BigDecimal.valueOf(parts), decimals(), RoundingMode.HALF_UP), currency);
    }

    /** What a length of time costs of which this is the price of an hour, rounded like a {@linkplain #dividedBy share}. */
    public Money forMinutes(int minutes) {
        var sixtieths = amount.multiply(BigDecimal.valueOf(minutes));
        return new Money(sixtieths.divide(MINUTES_OF_AN_HOUR, decimals(), RoundingMode.HALF_UP), currency);
    }

    /** @throws IllegalArgumentException when it is of another currency */
    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(other.currency + " cannot be added to " + currency);
        }
        return new Money(amount.add(other.amount), currency);
    }

    public Money negated() {
        return new Money(amount.negate(), currency);
    }

    private int decimals() {
        return Math.max(0, currency.getDefaultFractionDigits());
    }

    /** To be read in one way only, by everybody: {@code 1 240.00 EUR}. */
    @Override
    public String toString() {
        int decimals = decimals();
        String[] parts = amount.setScale(decimals, RoundingMode.UNNECESSARY)
                .toPlainString()
                .split("\\.", 2);
        String whole = THOUSAND.matcher(parts[0]).replaceAll("\u00a0");
        return whole + (decimals == 0 ? "" : "." + parts[1]) + "\u00a0" + currency.getCurrencyCode();
    }

    private static String example(int decimals) {
        return decimals == 0 ? "1240" : "1240." + "0".repeat(decimals);
    }
}
