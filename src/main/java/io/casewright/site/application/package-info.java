/** Sites are kept, and found for cases. */
@NullMarked
package io.casewright.site.application;

import org.jspecify.annotations.NullMarked;
