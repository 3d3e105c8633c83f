package io.casewright.minutes.domain;

/** Whose a second of a case is. */
public enum Owner {
    CUSTOMER,
    /** Who bills directly, and runs the case. */
    PARTNER,
    RESELLER,
    PROVIDER,
    MICROSOFT,
    /** The maker of a product that is not Microsoft's. */
    VENDOR,
    /** It would be ours or a vendor's, if whoever had to act were open. */
    CLOSED_HOURS
}
