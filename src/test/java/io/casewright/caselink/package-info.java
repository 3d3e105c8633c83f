@NullMarked
package io.casewright.caselink;

import org.jspecify.annotations.NullMarked;
