package io.casewright.microsoft;

/** Gives out the tokens that calls carry. Tokens stay in memory and are never told. */
interface SignIn {

    /**
     * A token for the call.
     *
     * @throws MicrosoftRefused when the tenant or the partner's consent does not allow it
     * @throws MicrosoftUnavailable when no answer came
     */
    String tokenFor(Call call);

    /** The token of this call was not taken: the next call to the same interface gets another. */
    void forget(Call call);
}
