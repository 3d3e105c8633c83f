package io.casewright.platform.personal;

import java.util.List;

/** A module's answer for the personal data of contacts that it keeps. People of the partner's own house are not meant. */
public interface PersonalData {

    /** Where the data is. */
    List<PersonalTable> tables();

    /** What else is to be done in the same transaction, after all tables of all modules. */
    default void complete(Erasure erasure) {
        // For most modules their tables are all.
    }
}
