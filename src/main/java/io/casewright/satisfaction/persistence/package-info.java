/** What customers were asked and answered, in MySQL. */
@NullMarked
package io.casewright.satisfaction.persistence;

import org.jspecify.annotations.NullMarked;
