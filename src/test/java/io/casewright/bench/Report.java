package io.casewright.bench;

import java.util.Locale;

/** Prints figures, one a line, beside what is wanted and what they were formerly. */
final class Report {

    private static final String LINE = "%-62s %9s  %-6s %-8s %7s  %s%n";

    private Report() {}

    static void heading(String part) {
        System.out.println();
        System.out.printf(LINE, part, "now", "unit", "wanted", "was", "now/was");
    }

    static void figure(String what, double value, String unit) {
        figure(what, value, unit, "");
    }

    static void figure(String what, double value, String unit, String wanted) {
        System.out.printf(LINE, what, number(value), unit, wanted, "", "");
    }

    static void figure(String what, double value, String unit, String wanted, double was) {
        System.out.printf(LINE, what, number(value), unit, wanted, number(was), number(value / was));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, Math.abs(value) < 10 ? "%.2f" : "%.1f", value);
    }
}
