package io.casewright.promise.application;

import io.casewright.promise.domain.PromiseKind;

/** What people call what is promised. */
final class PromiseNames {

    private PromiseNames() {}

    static String of(PromiseKind kind) {
        return switch (kind) {
            case FIRST_RESPONSE -> "First response";
            case NEXT_UPDATE -> "Next update";
            case RESOLUTION -> "Solution";
        };
    }
}
