/**
 * Support plans: what a partner promises its customers, tells them and charges for, as versions of which each holds from one instant until
 * the next begins. Whoever needs terms reads them here; customers refer to a plan.
 */
@NullMarked
@Uses({"access", "calendar", "message", "task"})
package io.casewright.plan;

import io.casewright.platform.Uses;
import org.jspecify.annotations.NullMarked;
