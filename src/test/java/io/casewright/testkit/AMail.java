package io.casewright.testkit;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A mail to the partner, as it lies on its server: from a contact of Contoso, vouched for, unless told otherwise. */
public final class AMail {

    private static final String SERVER = "mx.partner.example";

    private final List<String> more = new ArrayList<>();
    private String from = "Ida Toivonen <it@contoso.example>";
    private String to = "support@partner.example";
    private String subject = "Outlook does not start";
    private String id = "<" + UUID.randomUUID() + "@contoso.example>";
    private String text = "Since this morning Outlook closes as soon as it is opened.";
    private String type = "text/plain; charset=utf-8";
    private boolean proven = true;

    private AMail() {}

    public static AMail aMail() {
        return new AMail();
    }

    public AMail from(String sender) {
        from = sender;
        return this;
    }

    public AMail to(String recipients) {
        to = recipients;
        return this;
    }

    public AMail about(String words) {
        subject = words;
        return this;
    }

    public AMail id(String messageId) {
        id = messageId;
        return this;
    }

    public AMail saying(String words) {
        text = words;
        return this;
    }

    public AMail ofType(String contentType) {
        type = contentType;
        return this;
    }

    public AMail answering(String messageId) {
        return with("In-Reply-To: " + messageId);
    }

    public AMail with(String header) {
        more.add(header);
        return this;
    }

    /** Nobody vouches for its sender. */
    public AMail unproven() {
        proven = false;
        return this;
    }

    public String id() {
        return id;
    }

    public byte[] bytes() {
        String address = from.replaceAll(".*<|>.*", "");
        String domain = address.substring(address.lastIndexOf('@') + 1);
        var lines = new ArrayList<String>();
        lines.add("Authentication-Results: %s; dmarc=%s header.from=%s"
                .formatted(SERVER, proven ? "pass" : "fail", domain));
        lines.add("From: " + from);
        lines.add("To: " + to);
        lines.add("Subject: " + subject);
        lines.add("Date: Tue, 1 Dec 2026 08:00:00 +0000");
        lines.add("Message-ID: " + id);
        lines.add("MIME-Version: 1.0");
        lines.add("Content-Type: " + type);
        lines.add("Content-Transfer-Encoding: 8bit");
        lines.addAll(more);
        lines.add("");
        lines.add(text);
        return String.join("\r\n", lines).replaceAll("(?<!\r)\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    public InputStream open() {
        return new ByteArrayInputStream(bytes());
    }
}
