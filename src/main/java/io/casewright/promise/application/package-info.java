/** When clocks of promises start, stand still, are measured anew and stop. */
@NullMarked
package io.casewright.promise.application;

import org.jspecify.annotations.NullMarked;
