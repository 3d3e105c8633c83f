/** Opening hours in MySQL. */
@NullMarked
package io.casewright.openinghours.persistence;

import org.jspecify.annotations.NullMarked;
