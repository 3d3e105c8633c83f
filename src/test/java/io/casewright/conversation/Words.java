package io.casewright.conversation;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Words that are found again wherever they went, since each has a mark that no other has. */
final class Words {

    private static final Pattern MARK = Pattern.compile(
            "(?:%s)-\\d+-\\d+".formatted(String.join("|", List.of("WORD", "INTERNAL", "TOLD", "VENDOR"))));

    private final long seed;
    private int count;

    Words(long seed) {
        this.seed = seed;
    }

    /** Of a customer. */
    String ofCustomer() {
        return next("WORD");
    }

    /** Of an agent, for colleagues. */
    String internal() {
        return next("INTERNAL");
    }

    /** Of an agent, for the customer. */
    String forCustomer() {
        return next("TOLD");
    }

    /** Of who works at a vendor. */
    String ofVendor() {
        return next("VENDOR");
    }

    private String next(String kind) {
        return "%s-%d-%d".formatted(kind, seed, ++count);
    }

    /** The marks in a text. */
    static Set<String> in(String text) {
        var found = new TreeSet<String>();
        MARK.matcher(text).results().map(MatchResult::group).forEach(found::add);
        return found;
    }

    /** Whether it must never reach a customer. */
    static boolean isInternal(String mark) {
        return mark.startsWith("INTERNAL-") || mark.startsWith("VENDOR-");
    }

    /** Whether it was said in this conversation. */
    boolean isOurs(String mark) {
        return mark.contains("-" + seed + "-");
    }
}
