package io.casewright.platform.text;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** A text that is there has characters that can be seen; whether one has to be there is for others to say. */
@Constraint(validatedBy = Visible.Validator.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface Visible {

    String message() default InputText.VISIBLE;

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** See {@link InputText#isVisible(String)}. */
    final class Validator implements ConstraintValidator<Visible, String> {

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            // As @NotBlank counts blanks, which says so where one is needed.
            return text == null || text.trim().isEmpty() || InputText.isVisible(text);
        }
    }
}
