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

    /** Signs in anew the next time: a token given out before is no longer taken. */
    void forget();
}
