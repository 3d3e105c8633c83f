@NullMarked
package io.casewright.prepaid.domain;

import org.jspecify.annotations.NullMarked;
