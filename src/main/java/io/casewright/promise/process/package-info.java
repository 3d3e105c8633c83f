/** Translates between the model and the use cases of a breached promise. */
@NullMarked
package io.casewright.promise.process;

import org.jspecify.annotations.NullMarked;
