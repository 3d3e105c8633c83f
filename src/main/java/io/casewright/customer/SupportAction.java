package io.casewright.customer;

import java.util.Locale;

/** What somebody does in a customer's tenant in the course of support; each needs a role there. */
public enum SupportAction {
    LOOK_INTO("look into the product"),
    READ_LICENCES("read users and licences"),
    ASSIGN_LICENCE("assign a licence"),
    RESET_PASSWORD("reset a password"),
    RESET_MFA("reset the second factor of a user"),
    MAIL_FLOW("correct mail flow"),
    MESSAGE_TRACE("trace messages"),
    CALL_QUALITY("look into calls"),
    CONDITIONAL_ACCESS("look into conditional access"),
    READ_SERVICE_HEALTH("read service health"),
    MANAGE_TICKETS("manage tickets with Microsoft"),
    AZURE_TICKET("open an Azure ticket");

    private final String words;

    SupportAction(String words) {
        this.words = words;
    }

    /** For a person, in the middle of a sentence. */
    public String words() {
        return words;
    }

    /** As forms, models and the table of roles write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
