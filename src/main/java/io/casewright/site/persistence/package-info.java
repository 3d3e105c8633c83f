/** Sites as rows. */
@NullMarked
package io.casewright.site.persistence;

import org.jspecify.annotations.NullMarked;
