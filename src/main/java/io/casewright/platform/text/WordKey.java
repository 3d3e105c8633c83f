package io.casewright.platform.text;

/** Under which key the words for a name of a program stand in {@code words/pages.properties}. */
public final class WordKey {

    private WordKey() {}

    /** Kind and name: {@code TimelineEntry.Kind.DIAGNOSED}. */
    public static String of(Enum<?> name) {
        String kind = name.getDeclaringClass().getName();
        return kind.substring(kind.lastIndexOf('.') + 1).replace('$', '.') + "." + name.name();
    }
}
