package io.casewright.platform.text;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * A number as a person typed it, in whatever way numbers are written at home. It is taken only where every way to write numbers means the
 * same by it: {@code 1.240,00} and {@code 1,240.00} are 1240, {@code 1.240} could be 1.24 and is refused.
 */
public final class TypedNumber {

    /** Thousands apart by blanks, of any width, or apostrophes: nobody writes decimals so. */
    private static final Pattern GAPS = Pattern.compile("\\d{1,3}(?:[\\p{Zs}'’]\\d{3})+(?:[.,]\\d+)?");

    private static final Pattern PLAIN = Pattern.compile("\\d+");
    private static final Pattern THOUSANDS = Pattern.compile("\\d{1,3}(?:\\.\\d{3}){2,}|\\d{1,3}(?:,\\d{3}){2,}");
    private static final Pattern EITHER = Pattern.compile("[1-9]\\d{0,2}[.,]\\d{3}");
    private static final Pattern DECIMALS = Pattern.compile("(\\d+)[.,](\\d+)");
    private static final Pattern BOTH =
            Pattern.compile("(\\d{1,3}(?:\\.\\d{3})+),(\\d+)|(\\d{1,3}(?:,\\d{3})+)\\.(\\d+)");
    private static final int LONGEST = 40;

    private TypedNumber() {}

    /** Why a number was not taken: what to write instead, to be put behind the name of the field. */
    public static final class NotUnderstood extends Exception {

        private static final long serialVersionUID = 1L;

        NotUnderstood(String problem) {
            super(problem);
        }

        public String problem() {
            return String.valueOf(getMessage());
        }
    }

    /** @throws NotUnderstood unless it is a whole number that means the same everywhere, from the least to the most */
    public static int whole(String typed, int least, int most) throws NotUnderstood {
        String rule = "must be a whole number from %d to %d, such as 12".formatted(least, most);
        var number = read(typed, 0, rule);
        if (number.compareTo(BigDecimal.valueOf(least)) < 0 || number.compareTo(BigDecimal.valueOf(most)) > 0) {
            throw new NotUnderstood(rule);
        }
        return number.intValueExact();
    }

    /**
     * A number without a sign.
     *
     * @param decimals how many it may have at most
     * @param rule what it must be like, for one that is none
     */
    static BigDecimal read(String typed, int decimals, String rule) throws NotUnderstood {
        String text = typed.strip();
        if (text.length() > LONGEST) {
            throw new NotUnderstood(rule);
        }
        boolean hasGaps = GAPS.matcher(text).matches();
        if (hasGaps) {
            text = text.replaceAll("[\\p{Zs}'’]", "");
        }
        if (PLAIN.matcher(text).matches() || THOUSANDS.matcher(text).matches()) {
            return new BigDecimal(text.replaceAll("[.,]", ""));
        }
        if (!hasGaps && EITHER.matcher(text).matches()) {
            throw new NotUnderstood(ambiguous(text, decimals));
        }
        var both = BOTH.matcher(text);
        var number = both.matches() && !hasGaps ? both : DECIMALS.matcher(text);
        if (!number.matches()) {
            throw new NotUnderstood(rule);
        }
        String whole = number.group(1) == null ? number.group(3) : number.group(1);
        String part = number.group(1) == null ? number.group(4) : number.group(2);
        if (part.length() > decimals) {
            throw new NotUnderstood(rule);
        }
        return new BigDecimal(whole.replaceAll("[.,]", "") + "." + part);
    }

    private static String ambiguous(String text, int decimals) {
        String digits = text.replaceAll("[.,]", "");
        return "“%s” is %s to some and %s to others. Write %s"
                .formatted(
                        text,
                        digits,
                        text.replace(',', '.').replaceAll("0+$", "").replaceAll("\\.$", ""),
                        decimals > 0 ? digits + " or " + digits + "." + "0".repeat(decimals) : digits);
    }
}
