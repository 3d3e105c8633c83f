@NullMarked
package io.casewright.charge.domain;

import org.jspecify.annotations.NullMarked;
