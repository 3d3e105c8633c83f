/** Keeps opening hours, and tells them to whoever counts by them. */
@NullMarked
package io.casewright.openinghours.application;

import org.jspecify.annotations.NullMarked;
