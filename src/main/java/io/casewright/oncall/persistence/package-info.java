/** The rota and the calls in MySQL. */
@NullMarked
package io.casewright.oncall.persistence;

import org.jspecify.annotations.NullMarked;
