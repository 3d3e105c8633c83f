/**
 * Personal data: each module says where it keeps any ({@link io.casewright.platform.personal.PersonalData}); by that it is erased and
 * handed out. A column of the database that nobody answers for fails the build.
 */
@NullMarked
package io.casewright.platform.personal;

import org.jspecify.annotations.NullMarked;
