package io.casewright.customer;

/** Nothing was changed, because of the state of the customer or contact. The message is for a person. */
public class CustomerNotChanged extends RuntimeException {

    CustomerNotChanged(String message) {
        super(message);
    }
}
