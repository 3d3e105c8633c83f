/** Making links, and what may be done by them. */
@NullMarked
package io.casewright.caselink.application;

import org.jspecify.annotations.NullMarked;
