/** What is stuck for good on a way in or out: each module tells its own, and does what a person decides about it. */
@NullMarked
package io.casewright.platform.deadletter;

import org.jspecify.annotations.NullMarked;
