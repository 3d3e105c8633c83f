package io.casewright.prepaid.pages;

import io.casewright.platform.text.Fingerprint;
import io.casewright.prepaid.domain.TypedPurchase;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The form of a purchase, as it was filled in.
 *
 * @param key one for each page: sent twice with the same content it is booked once
 */
record PurchaseForm(@Nullable String packages, @Nullable String note, String key) {

    PurchaseForm {
        key = Objects.requireNonNullElse(key, "");
    }

    /** Nothing yet, on a page of its own. */
    static PurchaseForm empty() {
        return new PurchaseForm(null, null, UUID.randomUUID().toString());
    }

    TypedPurchase typed() {
        return new TypedPurchase(text(packages), text(note));
    }

    /** Another number or note is another purchase. */
    String purchaseKey() {
        var typed = typed();
        return Fingerprint.of(String.join("\n", key, typed.packages(), typed.note()));
    }

    private static String text(@Nullable String field) {
        return Objects.requireNonNullElse(field, "").strip();
    }
}
