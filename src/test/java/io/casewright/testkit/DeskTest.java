package io.casewright.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;

/** As {@link CasewrightTest}, with an engine of which people can take and complete tasks. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@CasewrightTest
@Import(TaskDesk.class)
public @interface DeskTest {}
