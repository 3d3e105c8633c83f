package io.casewright.localstack.identity;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Where the demo people log in: by name and password, or by a click on one of them. */
final class LoginPage {

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <title>Log in · Casewright's demo people</title>
              <style>
                :root { --ink: #1c2733; --ground: #f5f7f9; --paper: #fff; --line: #6b7886; --accent: #1d4f73; --on: #fff; color-scheme: light dark; }
                @media (prefers-color-scheme: dark) {
                  :root { --ink: #e6ebf0; --ground: #141a20; --paper: #1d252d; --line: #8796a5; --accent: #8fc1e6; --on: #10202c; }
                }
                html { font: 100%%/1.5 system-ui, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif; color: var(--ink); background: var(--ground); }
                body { margin: 0; }
                main { max-width: 34rem; margin: 0 auto; padding: 2.5rem 1.5rem; }
                h1 { font-size: 1.6rem; margin: 0 0 1rem; }
                h2 { font-size: 1.05rem; margin: 2rem 0 .5rem; }
                label { display: block; margin-top: .6rem; }
                input { font: inherit; width: 100%%; box-sizing: border-box; padding: .4rem .6rem; border: 1px solid var(--line); border-radius: 6px; background: var(--paper); color: inherit; }
                button { font: inherit; padding: .35rem 1rem; border: 1px solid var(--accent); border-radius: 6px; background: var(--accent); color: var(--on); cursor: pointer; }
                #form button { margin-top: 1rem; }
                ul { list-style: none; margin: 0; padding: 0; }
                li form { display: flex; gap: 1rem; align-items: center; padding: .3rem 0; }
                li button { background: none; color: var(--accent); min-width: 8rem; }
                :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
              </style>
            </head>
            <body>
            <main>
              <h1>Log in to Casewright</h1>
              %s
              <form id="form" method="post" action="/login">
                %s
                <label for="username">Login</label>
                <input id="username" name="username" autocomplete="username" required autofocus>
                <label for="password">Password</label>
                <input id="password" name="password" type="password" autocomplete="current-password" required>
                <button type="submit">Log in</button>
              </form>
              <h2>Demo people; the password is the login</h2>
              <ul>
            %s
              </ul>
            </main>
            </body>
            </html>
            """;

    private LoginPage() {}

    static ServerResponse show(ServerRequest request) {
        var token = (CsrfToken) request.servletRequest().getAttribute(CsrfToken.class.getName());
        String hidden = "<input type=\"hidden\" name=\"%s\" value=\"%s\">"
                .formatted(token.getParameterName(), token.getToken());
        String answer = request.param("error").isPresent()
                ? "<p role=\"alert\">This login and password do not fit. The password is the login.</p>"
                : request.param("logout").isPresent() ? "<p role=\"status\">You are logged out.</p>" : "";
        String people = Arrays.stream(DemoPerson.values())
                .map(person -> entry(person, hidden))
                .collect(Collectors.joining("\n"));
        return ServerResponse.ok()
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .body(PAGE.formatted(answer, hidden, people));
    }

    private static String entry(DemoPerson person, String hidden) {
        return """
                    <li><form method="post" action="/login">%s
                      <input type="hidden" name="username" value="%2$s"><input type="hidden" name="password" value="%2$s">
                      <button type="submit">%2$s</button> <span>%3$s, %4$s</span></form></li>""".formatted(
                        hidden, person.login(), person.fullName(), person.role().replace('-', ' '));
    }
}
