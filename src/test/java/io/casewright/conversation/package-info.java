/** Conversations in which customers, agents, vendors and timers act in any order, and what must be true of each at any time. */
@NullMarked
package io.casewright.conversation;

import org.jspecify.annotations.NullMarked;
