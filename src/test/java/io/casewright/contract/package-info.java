/** The contract between models, forms and code: what does not fit is named with its file, element and reason. */
@NullMarked
package io.casewright.contract;

import org.jspecify.annotations.NullMarked;
