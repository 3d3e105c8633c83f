package io.casewright.handoff.client;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ParseException;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The text of a mail and the names of what is attached.
 *
 * @param text plain; of several forms the plain one
 * @param attachments the first ones, and then how many more there are
 */
record MailContent(String text, List<String> attachments) {

    /** Encoded, as the server tells it before anything is fetched. No person writes so much. */
    private static final int LARGEST_TEXT = 2 << 20;

    private static final int DEEPEST = 10;
    private static final int LONGEST_NAME = 80;
    private static final int MOST_NAMES = 20;

    /** @throws Unreadable when its text is too large to be a letter, or in no known form */
    static MailContent of(Part mail) throws MessagingException, IOException, Unreadable {
        var gathered = new Gathered();
        try {
            gathered.visit(mail, 0);
        } catch (ParseException | UnsupportedEncodingException e) {
            throw new Unreadable("The text is in no known form", e);
        }
        String text = gathered.plain.isEmpty() ? gathered.html.toString() : gathered.plain.toString();
        return new MailContent(DeskText.plain(text), gathered.attachments());
    }

    private static final class Gathered {

        private final StringBuilder plain = new StringBuilder();
        private final StringBuilder html = new StringBuilder();
        private final List<String> names = new ArrayList<>();
        private int attached;
        private long size;

        void visit(Part part, int depth) throws MessagingException, IOException, Unreadable {
            if (depth > DEEPEST) {
                return;
            }
            if (Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
                attach(part);
            } else if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
                for (int i = 0; i < parts.getCount(); i++) {
                    visit(parts.getBodyPart(i), depth + 1);
                }
            } else if (part.isMimeType("message/rfc822") && part.getContent() instanceof Part inner) {
                visit(inner, depth + 1);
            } else if (part.isMimeType("text/*") && textOf(part) instanceof String said) {
                (part.isMimeType("text/html") ? html : plain).append(said).append('\n');
            } else {
                // Never opened, whatever its size.
                attach(part);
            }
        }

        private Object textOf(Part part) throws MessagingException, IOException, Unreadable {
            size += Math.max(0, part.getSize());
            if (size > LARGEST_TEXT) {
                throw new Unreadable("The text is larger than %d bytes".formatted(LARGEST_TEXT));
            }
            return part.getContent();
        }

        private void attach(Part part) throws MessagingException {
            attached++;
            if (attached <= MOST_NAMES) {
                names.add(nameOf(part.getFileName()));
            }
        }

        List<String> attachments() {
            return attached <= MOST_NAMES
                    ? List.copyOf(names)
                    : Stream.concat(names.stream(), Stream.of("and %d more".formatted(attached - MOST_NAMES)))
                            .toList();
        }

        private static String nameOf(@Nullable String name) {
            return name == null ? "without a name" : DeskText.line(name, LONGEST_NAME);
        }
    }
}
