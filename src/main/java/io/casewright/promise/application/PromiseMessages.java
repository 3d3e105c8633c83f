package io.casewright.promise.application;

/** Names of the messages of the process that looks after a breached promise, as written in its model. */
public final class PromiseMessages {

    public static final String BREACHED = "promise.promiseBreached";
    public static final String SETTLED = "promise.promiseSettled";

    private PromiseMessages() {}
}
