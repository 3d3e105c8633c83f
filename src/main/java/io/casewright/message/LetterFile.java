package io.casewright.message;

import java.io.IOException;
import java.io.InputStream;

/** A file that goes along with a letter. */
public interface LetterFile {

    /** A name that harms nobody. */
    String name();

    /** By its content. */
    String mediaType();

    /** Its content from its beginning. */
    InputStream open() throws IOException;
}
