package io.casewright.localstack;

import java.util.List;

/** {@code ./casewright audit}: compares MySQL and the engine of the stack that is up. */
final class AuditStack {

    private AuditStack() {}

    public static void main(String[] arguments) {
        try {
            System.exit(Application.audit(Up.settings(List.of()).withRunningEngine(), List.of(arguments)));
        } catch (StackProblem e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }
}
