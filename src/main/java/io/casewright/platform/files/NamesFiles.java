package io.casewright.platform.files;

/** Whoever keeps the names of files says which are still needed. */
public interface NamesFiles {

    /** Whether something kept here names the file. */
    boolean isNamed(String file);
}
