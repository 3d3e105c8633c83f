package io.casewright.customer;

import io.casewright.platform.text.InputText;
import io.casewright.platform.text.Visible;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * What is kept of a contact, as somebody wrote it down.
 *
 * @param phone empty where none is known
 */
public record ContactDetails(
        @NotBlank(message = CustomerDetails.REQUIRED)
        @Size(max = 120, message = CustomerDetails.TOO_LONG)
        @Visible
        @Pattern(regexp = InputText.LINE, message = InputText.NO_CONTROL_CHARACTERS)
        String name,

        @NotBlank(message = CustomerDetails.REQUIRED)
        @Size(max = 190, message = CustomerDetails.TOO_LONG)
        @Email(message = "must be an e-mail address")
        @Visible
        @Pattern(regexp = InputText.LINE, message = InputText.NO_CONTROL_CHARACTERS)
        String email,

        @Size(max = 40, message = CustomerDetails.TOO_LONG)
        @Visible
        @Pattern(regexp = InputText.LINE, message = InputText.NO_CONTROL_CHARACTERS)
        String phone) {}
