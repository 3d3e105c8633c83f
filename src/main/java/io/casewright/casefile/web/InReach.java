package io.casewright.casefile.web;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The case that the address names; 404 when there is none, or none that the caller may see. */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
        name = "number",
        in = ParameterIn.PATH,
        required = true,
        schema = @Schema(type = "string", example = "CW-2026-000001"))
public @interface InReach {}
