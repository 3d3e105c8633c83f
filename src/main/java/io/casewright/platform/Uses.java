package io.casewright.platform;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Which other modules a module knows beside the platform, which is for all; stands at the package of the module, where none is named it knows none, and a test compares it with the code. */
@Target(ElementType.PACKAGE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Uses {

    /** Their names, in the order of the alphabet. */
    String[] value();
}
