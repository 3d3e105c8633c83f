package io.casewright.prepaid.web;

import io.casewright.access.Caller;
import io.casewright.casefile.application.CaseAccess;
import io.casewright.casefile.application.UnknownRequester;
import io.casewright.customer.CustomerDirectory;
import io.casewright.platform.web.RequestRefused;
import io.casewright.prepaid.application.ReadPrepaidHours;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/customers/{customer}/prepaid-hours", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Customers")
class PrepaidController {

    private final ReadPrepaidHours readPrepaidHours;
    private final CustomerDirectory directory;
    private final CaseAccess access;

    PrepaidController(ReadPrepaidHours readPrepaidHours, CustomerDirectory directory, CaseAccess access) {
        this.readPrepaidHours = readPrepaidHours;
        this.directory = directory;
        this.access = access;
    }

    @GetMapping
    @Operation(
            summary = "Read the prepaid hours of a customer",
            description =
                    "What it has now, and the newest 500 entries that it follows from. Of a customer without prepaid"
                            + " hours all figures are 0.")
    PrepaidView read(
            @Parameter(description = "Tenant id or domain", example = "contoso.example") @PathVariable String customer,
            Caller caller) {
        return PrepaidView.of(readPrepaidHours.of(idOf(customer, caller)), caller.isInside());
    }

    private long idOf(String customer, Caller caller) {
        try {
            access.requireReach(caller.reach(), customer);
        } catch (UnknownRequester e) {
            throw noSuchCustomer();
        }
        return directory.findCustomer(customer).orElseThrow(PrepaidController::noSuchCustomer);
    }

    private static RequestRefused noSuchCustomer() {
        return RequestRefused.notFound(
                "There is no customer with this tenant id or domain; check it for a typing error");
    }
}
