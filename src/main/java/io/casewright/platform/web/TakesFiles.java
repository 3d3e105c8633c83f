package io.casewright.platform.web;

import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** An address at which files are handed in, so that its bodies may be as large as all those of a message. */
public record TakesFiles(PathPattern path) {

    /** @param path such as {@code /desk/cases/{number}/conversation} */
    public static TakesFiles at(String path) {
        return new TakesFiles(PathPatternParser.defaultInstance.parse(path));
    }
}
