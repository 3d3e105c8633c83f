package io.casewright.casefile.domain;

import org.jspecify.annotations.Nullable;

/** The group of agents a case waits for; the name is the candidate group in Tasklist. */
public enum Queue {
    FIRST_LINE("first-line"),
    BILLING("billing"),
    SUBSCRIPTION("subscription"),
    TECHNICAL("technical"),
    DUTY_MANAGER("duty-manager");

    private final String group;

    Queue(String group) {
        this.group = group;
    }

    public String group() {
        return group;
    }

    /** The queue of this group; null when there is none. */
    public static @Nullable Queue ofGroup(@Nullable String group) {
        for (Queue queue : values()) {
            if (queue.group.equals(group)) {
                return queue;
            }
        }
        return null;
    }

    /** Specialists once the category is known, the first line until then. */
    public static Queue of(@Nullable Category category) {
        return switch (category) {
            case null -> FIRST_LINE;
            case BILLING -> BILLING;
            case SUBSCRIPTION -> SUBSCRIPTION;
            case TECHNICAL -> TECHNICAL;
        };
    }
}
