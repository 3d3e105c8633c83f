/** The REST interface of cases. */
@NullMarked
package io.casewright.casefile.web;

import org.jspecify.annotations.NullMarked;
