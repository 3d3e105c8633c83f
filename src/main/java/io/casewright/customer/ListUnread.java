package io.casewright.customer;

/** The list of customers could not be read from Partner Center; the message is for a person. */
public class ListUnread extends RuntimeException {

    ListUnread(String message) {
        super(message);
    }
}
