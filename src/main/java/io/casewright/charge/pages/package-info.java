@NullMarked
package io.casewright.charge.pages;

import org.jspecify.annotations.NullMarked;
