@NullMarked
package io.casewright.charge.application;

import org.jspecify.annotations.NullMarked;
