package io.casewright.handoff.domain;

/** Where the ticket is opened. */
public enum Channel {
    PARTNER_CENTER,
    AZURE_SUPPORT,
    /** The admin portal of the product, as the customer's partner. */
    GUIDED,
    /** The desk of the provider or vendor. */
    DESK
}
