package io.casewright.conversation;

import java.util.List;

/** Something that must be true of a conversation at any time. */
interface Rule {

    /** In which ways it is not, each as a sentence; empty when all is well. */
    List<String> brokenBy(Memory memory);
}
