@NullMarked
package io.casewright.charge.persistence;

import org.jspecify.annotations.NullMarked;
