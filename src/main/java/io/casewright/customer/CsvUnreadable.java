package io.casewright.customer;

/** A file is no list of customers; the message says why, and what to do. */
public class CsvUnreadable extends RuntimeException {

    CsvUnreadable(String message) {
        super(message);
    }
}
