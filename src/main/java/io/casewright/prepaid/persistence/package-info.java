@NullMarked
package io.casewright.prepaid.persistence;

import org.jspecify.annotations.NullMarked;
