/** The case: what was asked, what was found, what was answered, and everything that happened to it. Other modules refer to a case by its number. */
@NullMarked
@Uses({
    "access",
    "attachment",
    "customer",
    "invoice",
    "mail",
    "message",
    "microsoft",
    "participant",
    "plan",
    "servicehealth",
    "site",
    "subscription",
    "task",
    "triage"
})
package io.casewright.casefile;

import io.casewright.platform.Uses;
import org.jspecify.annotations.NullMarked;
