/** What a request's text says, read without a person. Knows no case and no customer, only text. */
@NullMarked
package io.casewright.triage;

import org.jspecify.annotations.NullMarked;
