/** What a version of a plan says, when it holds, and what is wrong with one that is written down. */
@NullMarked
package io.casewright.plan.domain;

import org.jspecify.annotations.NullMarked;
