package io.casewright.platform.files;

import java.io.IOException;
import java.io.InputStream;

/**
 * Keeps files by their content: the same content is kept once, under the same name. Nothing of a file is ever held in memory
 * as a whole. What is kept stays until somebody has it forgotten; who is to see it, and what it is called, others know.
 */
public interface FileStore {

    /**
     * Reads the content to its end and keeps it. After a fault nothing is kept.
     *
     * @param most so many bytes are allowed
     * @throws FileTooLarge as soon as there are more; the rest is not read
     * @throws IOException when it cannot be read, or there is no room for it
     */
    StoredFile keep(InputStream content, long most) throws IOException;

    /**
     * The content from its beginning.
     *
     * @param id as {@link StoredFile} says it
     * @throws java.nio.file.NoSuchFileException when nothing is kept under it
     */
    InputStream open(String id) throws IOException;

    /** Whether something is kept under it. */
    boolean isKept(String id);

    /** From now on nothing is kept under it; nothing happens when nothing was. */
    void forget(String id) throws IOException;
}
