package io.casewright.message;

import io.casewright.platform.text.InputText;

/**
 * Words an agent or a decision chose for the customer. The only free text that can become part of a letter.
 *
 * @throws IllegalArgumentException when there are no words
 */
public record PublicText(String value) {

    public PublicText {
        if (!InputText.isVisible(value)) {
            throw new IllegalArgumentException("A text for the customer needs words");
        }
    }
}
