/** What a site is. */
@NullMarked
package io.casewright.site.domain;

import org.jspecify.annotations.NullMarked;
