package io.casewright.contract;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Finds the variables in the small expressions that our models use. */
final class Feel {

    private static final Pattern STRINGS = Pattern.compile("\"[^\"]*\"");
    private static final Pattern FUNCTIONS_OF_TWO_WORDS = Pattern.compile("(?:string join|get value)(?=\\()");
    private static final Pattern NAMES = Pattern.compile("(?<![.\\w])([a-zA-Z]\\w*)(?!\\w*\\s*\\()");
    private static final Set<String> WORDS = Set.of(
            "null",
            "true",
            "false",
            "and",
            "or",
            "not",
            "if",
            "then",
            "else",
            "in",
            "for",
            "return",
            "some",
            "every",
            "satisfies",
            "between");

    private Feel() {}

    /** Variables of an expression; none for a text that is not one, since it lacks the leading equals sign. */
    static Set<String> variables(String expression) {
        var variables = new TreeSet<String>();
        if (expression.startsWith("=")) {
            var plain = FUNCTIONS_OF_TWO_WORDS
                    .matcher(STRINGS.matcher(expression).replaceAll(""))
                    .replaceAll("");
            var names = NAMES.matcher(plain);
            while (names.find()) {
                if (!WORDS.contains(names.group(1))) {
                    variables.add(names.group(1));
                }
            }
        }
        return variables;
    }
}
