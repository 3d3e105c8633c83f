@NullMarked
package io.casewright;

import org.jspecify.annotations.NullMarked;
