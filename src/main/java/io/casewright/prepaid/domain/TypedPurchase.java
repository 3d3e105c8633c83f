package io.casewright.prepaid.domain;

import io.casewright.platform.text.InputText;
import io.casewright.platform.text.TypedNumber;
import io.casewright.platform.text.TypedNumber.NotUnderstood;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Packages as somebody typed that a customer buys them.
 *
 * @param packages how many
 * @param note the order or invoice they belong to
 */
public record TypedPurchase(String packages, String note) {

    public static final int MOST_PACKAGES = 100;
    public static final int LONGEST_NOTE = 200;

    /** By field, each as the end of a sentence that begins with its name; empty when it can be booked. */
    public Map<String, String> faults() {
        var faults = new TreeMap<String, String>();
        try {
            TypedNumber.whole(packages, 1, MOST_PACKAGES);
        } catch (NotUnderstood e) {
            faults.put("packages", e.problem());
        }
        faultOfNote().ifPresent(fault -> faults.put("note", fault));
        return faults;
    }

    private Optional<String> faultOfNote() {
        if (note.isBlank()) {
            return Optional.of("is required: the order or the invoice that the packages belong to");
        }
        if (note.length() > LONGEST_NOTE) {
            return Optional.of("must have at most %d characters".formatted(LONGEST_NOTE));
        }
        return note.matches(InputText.LINE)
                ? InputText.problemWith(note)
                : Optional.of(InputText.NO_CONTROL_CHARACTERS);
    }

    /** @throws IllegalStateException when there is a fault in it */
    public int count() {
        try {
            return TypedNumber.whole(packages, 1, MOST_PACKAGES);
        } catch (NotUnderstood e) {
            throw new IllegalStateException(e);
        }
    }
}
