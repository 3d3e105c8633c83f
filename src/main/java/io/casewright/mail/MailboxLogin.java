package io.casewright.mail;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * Where a mailbox is read, and as whom.
 *
 * @param host its IMAP server
 * @param tls whether the connection is encrypted from its first byte
 * @param password asked anew for each connection: a password, or a token where {@code token} says so
 * @param token whether a token of OAuth 2 is given instead of a password (XOAUTH2)
 * @param timeout how long the server may think
 */
public record MailboxLogin(
        String host, int port, boolean tls, String user, Supplier<String> password, boolean token, Duration timeout) {

    @Override
    public String toString() {
        return "MailboxLogin[%s:%d]".formatted(host, port);
    }
}
