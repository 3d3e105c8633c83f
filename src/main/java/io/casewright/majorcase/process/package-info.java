/** Translates between the model and the use cases of a major case. */
@NullMarked
package io.casewright.majorcase.process;

import org.jspecify.annotations.NullMarked;
