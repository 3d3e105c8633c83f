package io.casewright.attachment;

import java.io.IOException;
import java.io.InputStream;

/** A file as somebody sends it. */
public interface OfferedFile {

    /** As its sender calls it; may be anything. */
    String name();

    /** Its content from its beginning. */
    InputStream open() throws IOException;
}
