/** What a major case is, and when there is one. */
@NullMarked
package io.casewright.majorcase.domain;

import org.jspecify.annotations.NullMarked;
