/** Pages about promises of many cases. */
@NullMarked
package io.casewright.promise.pages;

import org.jspecify.annotations.NullMarked;
