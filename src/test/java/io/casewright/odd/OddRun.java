package io.casewright.odd;

import io.casewright.bench.DeskSession;
import io.casewright.odd.RawHttp.Answer;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Sends odd requests to a running application and judges what comes back. As a program: address, seed and number of requests. */
public final class OddRun {

    private static final Pattern NUMBER = Pattern.compile("\"number\":\"(CW-\\d{4}-\\d{6})\"");

    /** Nothing of these is for anybody outside. */
    private static final Pattern INSIDES = Pattern.compile(
            "Exception|\\bat io\\.casewright|org\\.springframework|com\\.mysql|org\\.hibernate|java\\.lang\\.|SQLSTATE|"
                    + "INSERT INTO|Apache Tomcat|Whitelabel|stackTrace|\\.java:\\d");

    private OddRun() {}

    /**
     * What came of it.
     *
     * @param statuses how many answers of each status, 0 for none
     * @param wrong each violation with its request, at most some of each kind
     */
    public record Outcome(Map<Integer, Integer> statuses, List<String> wrong) {

        public long answered2xx() {
            return statuses.entrySet().stream()
                    .filter(entry -> entry.getKey() / 100 == 2)
                    .mapToInt(Map.Entry::getValue)
                    .sum();
        }
    }

    public static Outcome run(URI application, long seed, int requests) throws IOException, InterruptedException {
        var http = new RawHttp(application);
        var odd = new OddRequests(
                seed,
                application.getAuthority(),
                DeskSession.of(application.toString(), "demo").cookieHeader());
        var statuses = new TreeMap<Integer, Integer>();
        var wrong = new ArrayList<String>();
        for (int nth = 0; nth < requests; nth++) {
            var request = odd.next();
            var answer = http.send(request);
            statuses.merge(answer.status(), 1, Integer::sum);
            var number = NUMBER.matcher(answer.text());
            if (answer.status() == 201 && number.find()) {
                odd.learn(number.group(1));
            }
            String fault = faultOf(answer);
            if (fault != null) {
                wrong.add("%s: request %d of seed %d: %s".formatted(fault, nth, seed, request));
            }
        }
        return new Outcome(statuses, wrong);
    }

    private static String faultOf(Answer answer) {
        if (answer.status() == 0) {
            return "no answer";
        }
        if (answer.status() >= 500) {
            return "status " + answer.status();
        }
        if (INSIDES.matcher(answer.text()).find()) {
            return "tells of our insides";
        }
        return answer.text().contains("text/html") && answer.text().contains(OddRequests.MARKUP) ? "raw markup" : null;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var outcome = run(URI.create(arguments[0]), Long.parseLong(arguments[1]), Integer.parseInt(arguments[2]));
        System.out.println(outcome.statuses() + ", 2xx: " + outcome.answered2xx());
        outcome.wrong().stream().limit(60).forEach(System.out::println);
        System.out.println(outcome.wrong().size() + " wrong");
    }
}
