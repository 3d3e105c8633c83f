/**
 * Personal data at its end: erased when a contact asks for it or when it is old enough, kept while somebody holds it, handed out on
 * request. What there is each module says itself, see {@link io.casewright.platform.personal}.
 */
@NullMarked
@Uses({"casefile", "customer"})
package io.casewright.retention;

import io.casewright.platform.Uses;
import org.jspecify.annotations.NullMarked;
