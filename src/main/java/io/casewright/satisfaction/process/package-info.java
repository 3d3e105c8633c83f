/** The steps of an unhappy customer's process. */
@NullMarked
package io.casewright.satisfaction.process;

import org.jspecify.annotations.NullMarked;
