package io.casewright.access;

import io.casewright.access.Notices.Notice;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.DefaultRedirectStrategy;
import org.springframework.security.web.RedirectStrategy;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** Sends people to the login, and says why they cannot go on: a page for a reader, a problem for a script. */
@Component
class LoginAnswers implements AuthenticationEntryPoint, AuthenticationFailureHandler, AccessDeniedHandler {

    static final String LOGIN = "/oauth2/authorization/" + LoginServer.REGISTRATION;

    private static final Logger log = LoggerFactory.getLogger(LoginAnswers.class);

    private final LoginServer loginServer;
    private final People people;
    private final AccessSettings settings;
    private final Notices notices;
    private final LoginLimit limit;
    private final ProblemAnswers problems;
    private final SecurityContextRepository logins = new HttpSessionSecurityContextRepository();
    private final RedirectStrategy redirects = new DefaultRedirectStrategy();

    LoginAnswers(
            LoginServer loginServer,
            People people,
            AccessSettings settings,
            Notices notices,
            LoginLimit limit,
            ProblemAnswers problems) {
        this.loginServer = loginServer;
        this.people = people;
        this.settings = settings;
        this.notices = notices;
        this.limit = limit;
        this.problems = problems;
    }

    /** A browser says that it wants to show a page; what it loads for one, and scripts, name something else or anything. */
    static boolean isForAPage(HttpServletRequest request) {
        return request.getMethod().equals(HttpMethod.GET.name()) && isReadByAPerson(request);
    }

    private static boolean isReadByAPerson(HttpServletRequest request) {
        try {
            return MediaType.parseMediaTypes(request.getHeader(HttpHeaders.ACCEPT)).stream()
                    .anyMatch(MediaType.TEXT_HTML::equalsTypeAndSubtype);
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (!isForAPage(request)) {
            problems.write(
                    response, HttpStatus.UNAUTHORIZED, "unauthorized", "You are not logged in. Open /cases to log in.");
            return;
        }
        if (!limit.admits(request, response)) {
            return;
        }
        try {
            loginServer.ask();
        } catch (LoginServerTrouble trouble) {
            // Here and not on the way, so that the address stays the one to try again.
            show(request, response, trouble, addressOf(request));
            return;
        }
        redirects.sendRedirect(request, response, LOGIN);
    }

    private static String addressOf(HttpServletRequest request) {
        return request.getRequestURI() + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (logins.containsContext(request)) {
            // Of several tabs that were opened at once only one can finish its login; it counts for all.
            redirects.sendRedirect(request, response, "/");
        } else if (failure instanceof LoginServerTrouble trouble) {
            show(request, response, trouble, "/");
        } else if (failure.getCause() instanceof LoginServerTrouble trouble) {
            show(request, response, trouble, "/");
        } else {
            log.warn("A login at {} failed: {}", settings.issuer(), failure.getMessage());
            String code = failure instanceof OAuth2AuthenticationException told
                    ? " (" + told.getError().getErrorCode() + ")"
                    : "";
            notices.show(
                    request,
                    response,
                    HttpStatus.UNAUTHORIZED,
                    new Notice(
                            "The login did not work",
                            "The login was not finished%s, perhaps because it was begun in another tab or took too long."
                                    .formatted(code),
                            "/",
                            "Log in again",
                            null));
        }
    }

    private void show(
            HttpServletRequest request, HttpServletResponse response, LoginServerTrouble trouble, String again) {
        log.warn("Nobody can log in: {}", trouble.getMessage());
        notices.show(
                request,
                response,
                HttpStatus.SERVICE_UNAVAILABLE,
                new Notice("Nobody can log in now", String.valueOf(trouble.getMessage()), again, "Try again", null));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException failure)
            throws IOException {
        var person = people.of(SecurityContextHolder.getContext().getAuthentication());
        if (person.isEmpty() || failure instanceof CsrfException) {
            refuse(
                    request,
                    response,
                    "Nothing was done",
                    "The page was opened in a login that has ended. Log in, open it again and send it again.",
                    person.orElse(null));
        } else {
            refuse(request, response, "This is not open to you", missingRole(person.get()), person.get());
        }
    }

    private void refuse(
            HttpServletRequest request,
            HttpServletResponse response,
            String title,
            String reason,
            @Nullable Person person)
            throws IOException {
        if (isReadByAPerson(request)) {
            notices.show(
                    request, response, HttpStatus.FORBIDDEN, new Notice(title, reason, "/", "Go to the start", person));
        } else {
            problems.write(response, HttpStatus.FORBIDDEN, "forbidden", reason);
        }
    }

    private String missingRole(Person person) {
        if (person.roles().isEmpty()) {
            return "You are logged in as %s, but without a role here: whoever runs the login server must give you one of %s in the claim %s."
                    .formatted(
                            person.login(),
                            Arrays.stream(Role.values()).map(Role::word).collect(Collectors.joining(", ")),
                            settings.rolesClaim());
        }
        return "You are logged in as %s (%s), which does not open this page."
                .formatted(
                        person.login(),
                        person.roles().stream().map(Role::word).sorted().collect(Collectors.joining(", ")));
    }
}
