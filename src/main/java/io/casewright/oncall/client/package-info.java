/** Programs of people's, such as pagers. */
@NullMarked
package io.casewright.oncall.client;

import org.jspecify.annotations.NullMarked;
