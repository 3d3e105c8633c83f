package io.casewright.mail;

import io.casewright.platform.text.InputText;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimePartDataSource;
import jakarta.mail.internet.ParseException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Goes through the parts of one mail. */
final class BodyReading {

    /** No person writes so much; a page of a web shop may have it. */
    private static final int LONGEST_TEXT = 2 << 20;

    private static final int DEEPEST = 12;
    private static final int MOST_PARTS = 1_000;

    /** They say nothing that the mail itself, which is kept, does not. */
    private static final Set<String> SIGNATURES = Set.of(
            "application/pkcs7-signature",
            "application/x-pkcs7-signature",
            "application/pgp-signature",
            "application/pgp-encrypted");

    private final StringBuilder text = new StringBuilder();
    private final List<MailFile> files = new ArrayList<>();
    private final Set<Shortfall> shortfalls = EnumSet.noneOf(Shortfall.class);
    private int parts;
    private int read;
    private boolean said;

    MailBody result() {
        String whole = text.toString().replaceAll("\\n{3,}", "\n\n").strip();
        if (whole.startsWith("-----BEGIN PGP MESSAGE-----")) {
            shortfalls.add(Shortfall.ENCRYPTED);
        }
        return new MailBody(whole, List.copyOf(files), Set.copyOf(shortfalls));
    }

    void visit(Part part, int depth) throws MessagingException, IOException {
        if (depth > DEEPEST) {
            shortfalls.add(Shortfall.TOO_DEEP);
            return;
        }
        if (++parts > MOST_PARTS) {
            shortfalls.add(Shortfall.TOO_MANY_PARTS);
            return;
        }
        var type = LenientType.of(part);
        if (type.isIn("multipart")) {
            visitParts(part, type, depth);
        } else if (isWords(part, type)) {
            append(part, type);
        } else if (type.is("message/rfc822") && !FileName.isFile(part)) {
            visitMail(part, depth);
        } else {
            keep(part, type);
        }
    }

    /** A text with a name is a file where there are words without it. */
    private boolean isWords(Part part, LenientType type) throws MessagingException {
        return type.isIn("text")
                && !type.is("text/calendar")
                && !FileName.isFile(part)
                && (text.isEmpty() || FileName.of(part).isEmpty());
    }

    private void visitParts(Part part, LenientType type, int depth) throws MessagingException, IOException {
        if (type.is("multipart/encrypted")) {
            shortfalls.add(Shortfall.ENCRYPTED);
        }
        var inside = partsOf(part);
        if (inside.isEmpty()) {
            // It says that it has parts and has none: what is there may be words.
            append(part, new LenientType("text/plain", null, false));
        } else if (type.is("multipart/alternative")) {
            visitForms(inside, depth);
        } else {
            for (BodyPart each : inside) {
                visit(each, depth + 1);
            }
        }
    }

    /** The same words in several forms: the plain ones unless they are blank, then the richest; the files of all. */
    private void visitForms(List<BodyPart> forms, int depth) throws MessagingException, IOException {
        var inOrder = new ArrayList<BodyPart>();
        for (BodyPart form : forms.reversed()) {
            inOrder.add(LenientType.of(form).is("text/plain") ? 0 : inOrder.size(), form);
        }
        boolean before = said;
        int begin = text.length();
        for (BodyPart form : inOrder) {
            said = before || InputText.isVisible(text.substring(begin));
            visit(form, depth + 1);
        }
        said = before;
    }

    private void visitMail(Part part, int depth) throws MessagingException, IOException {
        if (!(part.getContent() instanceof Message inner)) {
            shortfalls.add(Shortfall.BROKEN);
            return;
        }
        add("---------- Forwarded message ----------\nFrom: %s\nDate: %s\nSubject: %s\n\n"
                .formatted(header(inner, "From"), header(inner, "Date"), header(inner, "Subject")));
        visit(inner, depth + 1);
    }

    private static String header(Message mail, String name) throws MessagingException {
        String[] values = mail.getHeader(name);
        return HeaderText.of(values == null ? "" : values[0]);
    }

    private List<BodyPart> partsOf(Part part) throws MessagingException, IOException {
        try {
            if (part.getContent() instanceof Multipart found) {
                return listed(found);
            }
        } catch (ParseException e) {
            // The sign between the parts is not told as it should be: the first line that looks like one is it.
        }
        try {
            return listed(new MimeMultipart(new Unnamed((MimePart) part)));
        } catch (ParseException e) {
            shortfalls.add(Shortfall.BROKEN);
            return List.of();
        }
    }

    private List<BodyPart> listed(Multipart found) throws MessagingException {
        int count = found.getCount();
        if (count > MOST_PARTS) {
            shortfalls.add(Shortfall.TOO_MANY_PARTS);
        }
        var all = new ArrayList<BodyPart>();
        for (int i = 0; i < Math.min(count, MOST_PARTS); i++) {
            all.add(found.getBodyPart(i));
        }
        return all;
    }

    /** The content of a part with several, without what it says of the sign between them. */
    private static final class Unnamed extends MimePartDataSource {

        Unnamed(MimePart part) {
            super(part);
        }

        @Override
        public String getContentType() {
            return "multipart/mixed";
        }
    }

    private void append(Part part, LenientType type) throws MessagingException, IOException {
        if (said) {
            return;
        }
        var words = PartText.of(part, type, LONGEST_TEXT - read);
        read += words.bytes();
        if (words.shortfall() != null) {
            shortfalls.add(words.shortfall());
        }
        words.text().ifPresent(this::add);
    }

    private void add(String words) {
        if (!said && InputText.isVisible(words)) {
            text.append(text.isEmpty() ? "" : "\n\n").append(words.stripTrailing());
        }
    }

    private void keep(Part part, LenientType type) throws MessagingException {
        if (SIGNATURES.contains(type.type())) {
            return;
        }
        switch (type.type()) {
            case "application/pkcs7-mime", "application/x-pkcs7-mime" ->
                shortfalls.add(isSealed(part) ? Shortfall.SEALED : Shortfall.ENCRYPTED);
            case "application/ms-tnef", "application/vnd.ms-tnef" -> shortfalls.add(Shortfall.OUTLOOK);
            case "text/calendar" -> shortfalls.add(Shortfall.INVITATION);
            default -> {}
        }
        files.add(new MailFile(FileName.of(part), part));
    }

    private static boolean isSealed(Part part) throws MessagingException {
        return String.valueOf(part.getContentType()).toLowerCase(Locale.ROOT).contains("signed-data");
    }
}
