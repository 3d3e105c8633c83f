package io.casewright.casefile.process;

import org.jspecify.annotations.Nullable;

/** Result of the decision diagnosis-course. */
public record DiagnosisCourse(
        @Nullable String nextStep, @Nullable String handOffCategory) {

    /** The cause leads nowhere yet. */
    static final DiagnosisCourse NONE = new DiagnosisCourse(null, null);
}
