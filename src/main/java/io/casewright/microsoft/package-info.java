/** The line to Microsoft's interfaces: signs in, repeats what may be repeated, keeps to its limits. Knows no business. */
@NullMarked
package io.casewright.microsoft;

import org.jspecify.annotations.NullMarked;
