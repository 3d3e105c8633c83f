package io.casewright.microsoft;

/** An interface of Microsoft, with the words a person knows it by. */
public enum Api {
    /** Signed in as the application, in the tenant that is asked about. */
    GRAPH("Microsoft Graph"),
    /** Signed in as the application and a person of the partner who confirmed with a second factor. */
    PARTNER_CENTER("Partner Center"),
    /** Signed in as the application, in the customer's tenant. */
    AZURE("Azure");

    private final String words;

    Api(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
