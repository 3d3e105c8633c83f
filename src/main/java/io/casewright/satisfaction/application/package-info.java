/** Asks once, takes the answer, and has unhappy customers called. */
@NullMarked
package io.casewright.satisfaction.application;

import org.jspecify.annotations.NullMarked;
