package io.casewright.satisfaction.application;

/** Names of the messages of an unhappy customer's process, as written in its model. */
public final class SatisfactionMessages {

    public static final String RATED_LOW = "satisfaction.ratedLow";

    private SatisfactionMessages() {}
}
