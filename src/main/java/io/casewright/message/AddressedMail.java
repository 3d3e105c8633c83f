package io.casewright.message;

import jakarta.mail.Address;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

/** A mail that goes to one of those only whom its head names: each gets the same on a way of its own. */
final class AddressedMail extends MimeMessage {

    private final InternetAddress receiver;

    AddressedMail(Session session, InternetAddress receiver) {
        super(session);
        this.receiver = receiver;
    }

    @Override
    public Address[] getAllRecipients() {
        return new Address[] {receiver};
    }
}
