package io.casewright.casefile.application;

import io.casewright.casefile.domain.Category;
import io.casewright.casefile.domain.Channel;
import io.casewright.casefile.domain.Request;
import io.casewright.casefile.domain.Severity;
import io.casewright.platform.text.InputText;
import io.casewright.platform.text.Visible;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A request as it comes in, whatever the channel. Texts are kept exactly as sent: markup in them is text.
 *
 * @param customer tenant id or domain
 * @param severity moderate where nobody said
 * @param locale the customer's own where nobody said; a BCP 47 tag
 */
public record CaseRequest(
        @NotBlank(message = "is required: the customer's tenant id or domain")
        @Size(max = 190, message = TOO_LONG)
        @Visible
        @Pattern(regexp = InputText.LINE, message = InputText.NO_CONTROL_CHARACTERS)
        String customer,

        @NotNull(message = "is required: name and email of who asks") @Valid
        ContactPerson contact,

        @NotBlank(message = REQUIRED)
        @Size(max = 200, message = TOO_LONG)
        @Visible
        @Pattern(regexp = InputText.LINE, message = InputText.NO_CONTROL_CHARACTERS)
        String subject,

        @NotBlank(message = REQUIRED)
        @Size(max = 8000, message = TOO_LONG)
        @Visible
        @Pattern(regexp = InputText.LINES, message = InputText.NO_CONTROL_CHARACTERS)
        String description,

        @Size(max = 120, message = TOO_LONG)
        @Visible
        @Pattern(regexp = InputText.LINE, message = InputText.NO_CONTROL_CHARACTERS)
        @Nullable
        String product,

        @Nullable Channel channel,
        @Nullable Category category,
        @Nullable Severity severity,

        @Size(max = 35, message = TOO_LONG)
        @Pattern(regexp = "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*", message = "must be a language tag such as en or de-AT")
        @Nullable
        String locale,

        @Min(value = 0, message = "must not be negative")
        @Max(value = MOST_USERS, message = "must be at most " + MOST_USERS)
        @Nullable
        Integer affectedUsers,

        @Size(max = 80, message = TOO_LONG)
        @Visible
        @Pattern(regexp = InputText.LINE, message = InputText.NO_CONTROL_CHARACTERS)
        @Nullable
        String region,

        @Size(max = 120, message = TOO_LONG)
        @Visible
        @Pattern(regexp = InputText.LINE, message = InputText.NO_CONTROL_CHARACTERS)
        @Nullable
        String externalReference) {

    /** More people than any customer has. */
    public static final int MOST_USERS = 10_000_000;

    private static final String REQUIRED = "is required";
    private static final String TOO_LONG = "must have at most {max} characters";

    /** Who asks; must be a known contact of the customer, found by e-mail address. */
    public record ContactPerson(
            @NotBlank(message = REQUIRED)
            @Size(max = 120, message = TOO_LONG)
            @Visible
            @Pattern(regexp = InputText.LINE, message = InputText.NO_CONTROL_CHARACTERS)
            String name,

            @NotBlank(message = REQUIRED)
            @Size(max = 190, message = TOO_LONG)
            @Email(message = "must be an e-mail address")
            @Visible
            @Pattern(regexp = InputText.LINE, message = InputText.NO_CONTROL_CHARACTERS)
            String email,

            @Size(max = 40, message = TOO_LONG)
            @Visible
            @Pattern(regexp = InputText.LINE, message = InputText.NO_CONTROL_CHARACTERS)
            @Nullable
            String phone) {}

    Request toRequest(String customersLocale) {
        return new Request(
                channel == null ? Channel.API : channel,
                subject.strip(),
                description.strip(),
                product,
                category,
                severity == null ? Severity.MODERATE : severity,
                severity != null,
                locale == null ? customersLocale : locale,
                affectedUsers,
                region,
                externalReference);
    }
}
