/** The case aggregate and its rules. Knows nothing outward. */
@NullMarked
package io.casewright.casefile.domain;

import org.jspecify.annotations.NullMarked;
