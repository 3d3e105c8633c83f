package io.casewright.access;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whose cases a caller may see: those of the whole partner, or of some customers.
 *
 * @param isWhole whether all are meant; the others are empty then
 * @param customers tenant ids and domains, in lower case
 * @param resellers names of resellers, all of whose customers are meant, in lower case
 */
public record Reach(boolean isWhole, Set<String> customers, Set<String> resellers) {

    /** The whole partner: everybody in the house, and programs of the house. */
    public static final Reach WHOLE = new Reach(true, Set.of(), Set.of());

    /** Nobody's. */
    static final Reach NONE = new Reach(false, Set.of(), Set.of());

    private static final String PARTNER = "partner";
    private static final String CUSTOMER = "customer:";
    private static final String RESELLER = "reseller:";

    public Reach {
        customers = Set.copyOf(customers);
        resellers = Set.copyOf(resellers);
    }

    /** Of {@code partner}, {@code customer:contoso.example} and {@code reseller:Northwind Cloud}; other words are passed over. */
    static Reach ofWords(Stream<String> words) {
        var customers = new HashSet<String>();
        var resellers = new HashSet<String>();
        for (String word :
                words.map(each -> each.strip().toLowerCase(Locale.ROOT)).toList()) {
            if (word.equals(PARTNER)) {
                return WHOLE;
            }
            add(word, CUSTOMER, customers);
            add(word, RESELLER, resellers);
        }
        return new Reach(false, customers, resellers);
    }

    private static void add(String word, String kind, Set<String> names) {
        if (word.startsWith(kind) && word.length() > kind.length()) {
            names.add(word.substring(kind.length()).strip());
        }
    }

    public boolean isNone() {
        return !isWhole && customers.isEmpty() && resellers.isEmpty();
    }
}
