package io.casewright.localstack;

/** Why the stack cannot start or go on, as a text for the person at the terminal. */
public class StackProblem extends RuntimeException {

    StackProblem(String message) {
        super(message);
    }
}
