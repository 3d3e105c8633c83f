/**
 * The monthly statement of a customer: what was charged, summed up by tax, approved by a second person, numbered without gaps, sent, and
 * disputed line by line.
 */
@NullMarked
@Uses({"access", "casefile", "charge", "customer", "message", "plan", "task"})
package io.casewright.statement;

import io.casewright.platform.Uses;
import org.jspecify.annotations.NullMarked;
