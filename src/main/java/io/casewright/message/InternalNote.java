package io.casewright.message;

import io.casewright.platform.text.InputText;

/**
 * Words agents leave for each other. There is no way from here to the customer: no letter takes this type.
 *
 * @throws IllegalArgumentException when there are no words
 */
public record InternalNote(String value) {

    public InternalNote {
        if (!InputText.isVisible(value)) {
            throw new IllegalArgumentException("A note needs words");
        }
    }
}
