package io.casewright.casefile.process;

import org.jspecify.annotations.Nullable;

/** Result of the decision approval. */
public record Approval(boolean approvalNeeded, @Nullable String approvalReason) {

    /** Without a word of the decision a second person is asked all the same. */
    static String reasonOf(@Nullable Approval approval) {
        return approval != null && approval.approvalNeeded && approval.approvalReason != null
                ? approval.approvalReason
                : "Nothing is changed at Microsoft on one person's word.";
    }
}
