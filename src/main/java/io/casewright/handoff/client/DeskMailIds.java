package io.casewright.handoff.client;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** The ids of our mails to desks: made of the reference, so that a mail sent twice is the same, and an answer leads back. */
@Component
class DeskMailIds {

    static final Pattern REFERENCE = Pattern.compile("CW-\\d{4}-\\d{6}-T\\d{1,4}(?!\\d)");
    private static final Pattern ID =
            Pattern.compile("<(" + REFERENCE.pattern() + ")(\\.[0-9a-f-]{36})?@([^<>@\\s]+)>");

    private final DeskMailSettings settings;

    DeskMailIds(DeskMailSettings settings) {
        this.settings = settings;
    }

    /** Of the mail that opens the ticket. */
    String ofTicket(String reference) {
        return "<%s@%s>".formatted(harmless(reference), settings.domain());
    }

    String ofNote(String reference, UUID key) {
        return "<%s.%s@%s>".formatted(harmless(reference), key, settings.domain());
    }

    /** A number may be another than our reference, and anything an agent typed. */
    private static String harmless(String number) {
        return number.replaceAll("[^A-Za-z0-9-]", "-");
    }

    /** The reference in the first id of ours among those in a header. */
    Optional<String> referenceIn(String header) {
        return ID.matcher(header)
                .results()
                .filter(id -> id.group(3).equalsIgnoreCase(settings.domain()))
                .map(id -> id.group(1))
                .findFirst();
    }
}
