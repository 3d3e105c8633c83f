package io.casewright.casefile.application;

/** Who asks is not a known contact of a known customer. */
public class UnknownRequester extends RuntimeException {

    private final String field;

    private UnknownRequester(String field, String message) {
        super(message);
        this.field = field;
    }

    static UnknownRequester customer() {
        return new UnknownRequester(
                "customer",
                "is not the tenant id or domain of a customer of this partner; check it for a typing error");
    }

    static UnknownRequester contact() {
        return new UnknownRequester(
                "contact.email",
                "is not a known contact of this customer; ask the customer to name this person as a contact");
    }

    /** The field of the request at fault. */
    public String field() {
        return field;
    }
}
