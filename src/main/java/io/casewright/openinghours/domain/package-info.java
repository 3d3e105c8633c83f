/** Who has hours of its own, and how they are written down. */
@NullMarked
package io.casewright.openinghours.domain;

import org.jspecify.annotations.NullMarked;
