/** Steps of the process that brings a change of a plan before a second person. */
@NullMarked
package io.casewright.plan.process;

import org.jspecify.annotations.NullMarked;
