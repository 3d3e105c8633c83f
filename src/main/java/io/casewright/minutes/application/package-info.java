/** Keeps whose turn it is, and tells whose it was. */
@NullMarked
package io.casewright.minutes.application;

import org.jspecify.annotations.NullMarked;
