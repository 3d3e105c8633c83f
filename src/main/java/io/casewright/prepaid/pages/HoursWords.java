package io.casewright.prepaid.pages;

import io.casewright.platform.pages.Texts;

/** Minutes as people say them. */
final class HoursWords {

    private static final int MINUTES_OF_AN_HOUR = 60;

    private HoursWords() {}

    static String of(int minutes, Texts texts) {
        return texts.of("time.hours-and-minutes", minutes / MINUTES_OF_AN_HOUR, minutes % MINUTES_OF_AN_HOUR);
    }
}
