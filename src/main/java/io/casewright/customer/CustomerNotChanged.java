package io.casewright.customer;

/** Nothing was changed, because of the state of the customer, contact or site. The message is for a person. */
public class CustomerNotChanged extends RuntimeException {

    public CustomerNotChanged(String message) {
        super(message);
    }
}
