package io.casewright.platform.pages;

import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.multipart.MultipartException;

/** The one rule for which failures of a page are a mistake of who asked for it. */
final class SendersFault {

    static final String TITLE = "This request is not understood";
    static final String REASON =
            "Its address, its form or a header is not of the kind that is asked for here. Nothing was changed; go back and load the page"
                    + " anew.";

    private SendersFault() {}

    /** The status to answer with; empty when it is no such mistake. */
    static Optional<HttpStatus> statusOf(Exception failure) {
        if (failure instanceof ErrorResponse told && told.getStatusCode().is4xxClientError()) {
            return Optional.ofNullable(HttpStatus.resolve(told.getStatusCode().value()));
        }
        return failure instanceof HttpMessageNotReadableException || failure instanceof MultipartException
                ? Optional.of(HttpStatus.BAD_REQUEST)
                : Optional.empty();
    }
}
