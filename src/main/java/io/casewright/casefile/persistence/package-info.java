/** Spring Data interfaces of the case. */
@NullMarked
package io.casewright.casefile.persistence;

import org.jspecify.annotations.NullMarked;
