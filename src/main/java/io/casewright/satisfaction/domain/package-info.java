/** What a rating is. */
@NullMarked
package io.casewright.satisfaction.domain;

import org.jspecify.annotations.NullMarked;
