/** What was promised, in the REST interface. */
@NullMarked
package io.casewright.promise.web;

import org.jspecify.annotations.NullMarked;
