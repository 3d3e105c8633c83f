/** Files of any size outside of the database, named by what is in them. */
@NullMarked
package io.casewright.platform.files;

import org.jspecify.annotations.NullMarked;
