/** Who may come in and what each person may see: the login of pages, the tokens of machines, and the person behind a request. */
@NullMarked
package io.casewright.access;

import org.jspecify.annotations.NullMarked;
