package io.casewright.task;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the forms call what can be chosen in them. */
@Component
public class FormWords {

    private final Forms forms;

    FormWords(Forms forms) {
        this.forms = forms;
    }

    /** The label of a choice in the field of this key; its value where no form offers it any more. */
    public String ofChoice(String key, String value) {
        return forms.labelOf(key, value).orElse(value);
    }

    /** The label of the field of this key. */
    public Optional<String> ofField(String key) {
        return forms.labelOf(key);
    }
}
