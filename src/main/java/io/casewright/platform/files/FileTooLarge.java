package io.casewright.platform.files;

import java.io.IOException;

/** A file has more bytes than are allowed where it came in. */
public final class FileTooLarge extends IOException {

    private final long most;

    FileTooLarge(long most) {
        super("The file has more than %d bytes".formatted(most));
        this.most = most;
    }

    /** So many bytes would have been allowed. */
    public long most() {
        return most;
    }
}
