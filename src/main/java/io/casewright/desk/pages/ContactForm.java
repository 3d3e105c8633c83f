package io.casewright.desk.pages;

import static io.casewright.desk.pages.CustomerForm.put;
import static io.casewright.desk.pages.CustomerForm.text;

import io.casewright.customer.ContactDetails;
import io.casewright.customer.CustomerFile.ContactEntry;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The form of a contact, as it was filled in.
 *
 * @param version of the contact that was looked at
 */
record ContactForm(
        @Nullable String version,
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone) {

    static ContactForm empty() {
        return new ContactForm(null, null, null, null);
    }

    static ContactForm of(ContactEntry contact) {
        var details = contact.details();
        return new ContactForm(String.valueOf(contact.version()), details.name(), details.email(), details.phone());
    }

    ContactDetails details() {
        return new ContactDetails(text(name), text(email), text(phone));
    }

    /** As it is sent again by who has seen what is kept now. */
    ContactForm at(long newVersion) {
        return new ContactForm(String.valueOf(newVersion), name, email, phone);
    }

    /** What is kept where it is not what was filled in, by field. */
    Map<String, String> otherThan(ContactEntry contact) {
        var kept = new TreeMap<String, String>();
        put(kept, "name", name, contact.details().name());
        put(kept, "email", email, contact.details().email());
        put(kept, "phone", phone, contact.details().phone());
        return kept;
    }
}
