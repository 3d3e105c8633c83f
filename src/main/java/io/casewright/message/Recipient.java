package io.casewright.message;

/**
 * Who a letter goes to. The address is judged when the letter is delivered: one that cannot be right makes the letter
 * fail, not the step that wrote it.
 */
public record Recipient(String name, String email) {

    @Override
    public String toString() {
        return "Recipient[withheld]";
    }
}
