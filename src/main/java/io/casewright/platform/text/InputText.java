package io.casewright.platform.text;

import java.util.Optional;
import java.util.regex.Pattern;

/** What a text from outside must be like, whichever door it comes through. */
public final class InputText {

    /** One line: no control characters, no halves of characters. For bean validation. */
    public static final String LINE = "[^\\p{Cc}\\p{Cs}]*";

    /** The same with line ends and tabs. */
    public static final String LINES = "[[^\\p{Cc}\\p{Cs}]\\n\\r\\t]*";

    public static final String NO_CONTROL_CHARACTERS = "must not contain control characters";
    public static final String VISIBLE = "must have characters that can be seen";

    private static final Pattern ALLOWED = Pattern.compile(LINES);
    /** Letters by their kind, but drawn as nothing. */
    private static final String DRAWN_AS_NOTHING = "\u115F\u1160\u3164\uFFA0\u2800\u034F\u17B4\u17B5";

    private InputText() {}

    /** Whether there is anything to read in it. */
    public static boolean isVisible(String text) {
        return text.codePoints().anyMatch(InputText::isVisible);
    }

    /** Why the text cannot be taken, as the end of a sentence that begins with its name; an empty one can. */
    public static Optional<String> problemWith(String text) {
        if (!ALLOWED.matcher(text).matches()) {
            return Optional.of(NO_CONTROL_CHARACTERS);
        }
        return text.isBlank() || isVisible(text) ? Optional.empty() : Optional.of(VISIBLE);
    }

    private static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    // They change the character before; alone there is nothing to change.
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK -> false;
            default -> DRAWN_AS_NOTHING.indexOf(character) < 0;
        };
    }
}
