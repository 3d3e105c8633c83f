package io.casewright.odd;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/** Requests to every address of the interface and the pages, from well-formed to nonsense, drawn by a seed. */
final class OddRequests {

    /** Any text that ends in a page unescaped is there as this. */
    static final String MARKUP = "<img src=x onerror=alert(1)>";

    private static final List<String> WORDS = List.of(
            "Mail bounces",
            MARKUP,
            "{{name}} ${7*7} #{1}",
            "' OR 1=1 --",
            "\u202eabc",
            "語".repeat(40),
            "👩‍💻 café",
            "x".repeat(190));

    private static final List<String> HOSTILE = List.of(
            "\"\"",
            "null",
            "0",
            "true",
            "[]",
            "{}",
            "-1",
            "1e999",
            "9223372036854775808",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\\u200b\"",
            "\"\\u2028\"",
            "\"" + "y".repeat(30_000) + "\"",
            "[[[[[[[[[[1]]]]]]]]]]",
            "\"../../etc/passwd\"",
            "NaN");

    private static final List<String> SEVERITIES = List.of("minimal", "moderate", "critical");

    private static final List<String> PATHS = List.of(
            "/api/v1/cases",
            "/api/v1/cases/%s",
            "/api/v1/cases/%s/timeline",
            "/api/v1/cases/%s/messages",
            "/api/v1/cases/%s/severity",
            "/api/v1/cases/%s/confirmation",
            "/api/v1/cases/%s/withdrawal",
            "/cases",
            "/cases/%s",
            "/models/support-case.bpmn",
            "/desk",
            "/desk/rows",
            "/desk/tasks/1",
            "/desk/tasks/1/form",
            "/desk/tasks/1/draft",
            "/desk/tasks/1/completion",
            "/desk/tasks/1/presence",
            "/desk/tasks",
            "/desk/contacts",
            "/desk/calls",
            "/desk/calls/new",
            "/desk/calls/%s",
            "/operations",
            "/operations/commands",
            "/operations/retries",
            "/logged-out",
            "/actuator/health",
            "/",
            "/nothing/here");

    private final Random random;
    private final String host;
    private final String cookie;
    private final List<String> numbers = new ArrayList<>(List.of("CW-2026-000001"));
    private int key;

    /** @param cookie the header of a person who is logged in, for the pages */
    OddRequests(long seed, String host, String cookie) {
        this.cookie = cookie;
        this.random = new Random(seed);
        this.host = host;
    }

    /** A case that there is; later requests are about it as well. */
    void learn(String number) {
        if (numbers.size() < 200) {
            numbers.add(number);
        }
    }

    /** Half of them well-formed. */
    RawRequest next() {
        var request = wellFormed();
        if (random.nextBoolean()) {
            return request;
        }
        var odd = request;
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            odd = pick(ODDITIES).apply(odd);
        }
        return odd;
    }

    private RawRequest wellFormed() {
        String number = pick(numbers);
        return switch (random.nextInt(9)) {
            case 0 -> post("/api/v1/cases", request());
            case 1 -> post("/api/v1/cases/" + number + "/messages", "{\"text\": \"" + json(pick(WORDS)) + "\"}");
            case 2 -> get("/api/v1/cases?page=" + random.nextInt(4) + "&size=" + (1 + random.nextInt(50)));
            case 3 -> get("/api/v1/cases/" + number);
            case 4 -> get("/api/v1/cases/" + number + "/timeline");
            case 5 -> post("/api/v1/cases/" + number + "/severity", "{\"severity\": \"" + pick(SEVERITIES) + "\"}");
            case 6 -> get("/api/v1/cases?q=" + pick(List.of("mail", "%E8%AA%9E", "x%27", "a%20b")));
            case 7 -> get(pick(PATHS).formatted(number));
            default ->
                post(
                        "/api/v1/cases/" + number + "/messages",
                        "{\"text\": \"" + json(pick(WORDS)) + "\", \"visibility\": \"internal\"}");
        };
    }

    private String request() {
        return """
                {"customer": "contoso.example", "contact": {"name": "Ida Toivonen", "email": "it@contoso.example"},
                 "subject": "%s", "description": "%s", "severity": "minimal", "affectedUsers": %d}""".formatted(json(pick(WORDS)), json(pick(WORDS)), random.nextInt(1000));
    }

    private RawRequest get(String target) {
        return new RawRequest(
                "GET",
                target,
                target.startsWith("/api/") ? headers() : List.of("Host: " + host, cookie, "Accept: text/html"),
                new byte[0]);
    }

    private RawRequest post(String target, String body) {
        return new RawRequest("POST", target, headers(), body.getBytes(StandardCharsets.UTF_8))
                .with("Content-Type: application/json")
                .with("Idempotency-Key: odd-" + host.hashCode() + "-" + key++);
    }

    private static final String DEMO =
            Base64.getEncoder().encodeToString("demo:demo".getBytes(StandardCharsets.US_ASCII));

    private List<String> headers() {
        return List.of("Host: " + host, "Authorization: Basic " + DEMO);
    }

    private final List<UnaryOperator<RawRequest>> ODDITIES = List.of(
            request -> request.by(
                    pick(List.of("GET", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "FOO", "get"))),
            request -> request.to(pick(PATHS)
                    .formatted(pick(List.of(pick(numbers), "CW-1", "%00", "%ff", "..%2f", "語", "a%20b", "-1")))),
            request -> request.to(request.target()
                    + pick(List.of(
                            "?page=-1",
                            "?page=107374183&size=20",
                            "?size=x",
                            "?status=A&status=B",
                            "?x=%",
                            "?text=%00",
                            "?from=0000-99-99",
                            ";a=b",
                            "//",
                            "/..",
                            "#x"))),
            request -> request.with(pick(List.of(
                    "Accept: image/png",
                    "Accept: nonsense",
                    "Accept: text/html",
                    "Accept: */*;q=x",
                    "Accept-Language: xx-\u00e9",
                    "Range: bytes=0-99999",
                    "If-None-Match: *",
                    "X-Odd: \u0085\u009f",
                    "Cookie: JSESSIONID=\u00e4; =; x",
                    "Origin: null",
                    "Content-Encoding: gzip",
                    "Expect: 100-continue",
                    "X-Forwarded-For: 1.2.3.4, \"",
                    "Upgrade: h2c"))),
            request -> request.without("Content-Type")
                    .with("Content-Type: "
                            + pick(List.of(
                                    "*/*",
                                    "application/*",
                                    "text/plain",
                                    "multipart/form-data",
                                    "multipart/form-data; boundary=",
                                    "application/json; charset=\u00e9",
                                    "application/json;charset=no",
                                    "application/x-www-form-urlencoded",
                                    "application/xml",
                                    "x"))),
            request -> request.without(pick(List.of("Authorization", "Content-Type", "Idempotency-Key", "Host"))),
            request -> request.without("Authorization")
                    .with("Authorization: "
                            + pick(List.of(
                                    "Basic",
                                    "Basic !!!",
                                    "Bearer x.y.z",
                                    "Bearer",
                                    "Negotiate x",
                                    "Basic " + "A".repeat(5000)))),
            request -> request.without("Idempotency-Key")
                    .with("Idempotency-Key: " + pick(List.of("", "a b", "é", "k".repeat(121), "same"))),
            request -> request.saying(
                    pick(List.of("", "{", "null", "[]", "\"x\"", "{\"a\":1}", "{\"text\":", "\u0000", "<x/>"))
                            .getBytes(StandardCharsets.UTF_8)),
            request -> request.saying(new byte[] {(byte) 0xff, (byte) 0xfe, '{', '}'}),
            this::hostile,
            this::doubled);

    /** One value of the body is another. */
    private RawRequest hostile(RawRequest request) {
        var values = java.util.regex.Pattern.compile(": (\"[^\"]*\"|\\d+)").matcher(request.text());
        var starts = new ArrayList<int[]>();
        while (values.find()) {
            starts.add(new int[] {values.start(1), values.end(1)});
        }
        if (starts.isEmpty()) {
            return request;
        }
        int[] place = pick(starts);
        String text = request.text();
        return request.saying((text.substring(0, place[0]) + pick(HOSTILE) + text.substring(place[1]))
                .getBytes(StandardCharsets.UTF_8));
    }

    private RawRequest doubled(RawRequest request) {
        return request.text().startsWith("{")
                ? request.saying(("{\"subject\": \"a\", \"text\": \"a\", "
                                + request.text().substring(1))
                        .getBytes(StandardCharsets.UTF_8))
                : request;
    }

    private static String json(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
