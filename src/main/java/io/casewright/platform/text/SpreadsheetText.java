package io.casewright.platform.text;

/** Text for files that people open in a spreadsheet. */
public final class SpreadsheetText {

    /** At the beginning of a file it says that UTF-8 follows, which Excel does not believe otherwise. */
    public static final String MARK = "\uFEFF";

    /** By one of these at its beginning a spreadsheet takes a cell for a formula; it also reads them in full width. */
    private static final String FORMULA = "=+-@\t\r\uFF1D\uFF0B\uFF0D\uFF20";

    private SpreadsheetText() {}

    /** The text, never a formula. */
    public static String cell(String value) {
        return !value.isEmpty() && FORMULA.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
    }
}
