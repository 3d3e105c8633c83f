/**
 * The Desk: lists of what waits for whom, one page per task with its form, and calls. It reads all other modules and none
 * knows it; what is decided about a task is decided by the engine and the module of the task's process.
 */
@NullMarked
@Uses({
    "access",
    "attachment",
    "calendar",
    "caselink",
    "casefile",
    "charge",
    "customer",
    "message",
    "oncall",
    "openinghours",
    "participant",
    "plan",
    "prepaid",
    "promise",
    "retention",
    "site",
    "solution",
    "task"
})
package io.casewright.desk;

import io.casewright.platform.Uses;
import org.jspecify.annotations.NullMarked;
