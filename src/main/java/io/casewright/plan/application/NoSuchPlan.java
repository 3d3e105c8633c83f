package io.casewright.plan.application;

/** What was asked for does not exist. The message is for who asked. */
public class NoSuchPlan extends RuntimeException {

    NoSuchPlan(String message) {
        super(message);
    }
}
