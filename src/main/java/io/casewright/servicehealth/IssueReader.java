package io.casewright.servicehealth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.casewright.servicehealth.ServiceIssue.Classification;
import io.casewright.servicehealth.ServiceIssue.Post;
import io.casewright.servicehealth.ServiceIssue.Status;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/** Reads the answer of Graph's {@code /admin/serviceAnnouncement/issues}, forgiving what single issues lack. */
final class IssueReader {

    private static final int POSTS = 20;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private IssueReader() {}

    /**
     * The issues of an answer, the last one of each id; an issue without an id or a service is left out.
     *
     * @throws IOException when this is no such answer at all
     */
    static List<ServiceIssue> read(byte[] answer) throws IOException {
        JsonNode value = lower(JSON.readTree(answer)).path("value");
        if (!value.isArray()) {
            throw new IOException("it has no list named value");
        }
        Map<String, ServiceIssue> issues = new LinkedHashMap<>();
        stream(value)
                .map(IssueReader::issue)
                .filter(issue -> !issue.id().isEmpty() && !issue.service().isEmpty())
                .forEach(issue -> issues.put(issue.id(), issue));
        return List.copyOf(issues.values());
    }

    private static ServiceIssue issue(JsonNode node) {
        return new ServiceIssue(
                text(node, "id", 60),
                text(node, "service", 120),
                text(node, "feature", 200),
                oneOf(Classification.values(), node.path("classification"), Classification.UNKNOWN),
                oneOf(Status.values(), node.path("status"), Status.UNKNOWN),
                text(node, "title", 500),
                text(node, "impactdescription", 4000),
                time(node.path("startdatetime")),
                time(node.path("enddatetime")),
                node.path("isresolved").asBoolean(false),
                posts(node.path("posts")));
    }

    private static List<Post> posts(JsonNode nodes) {
        var posts = stream(nodes)
                .map(node ->
                        new Post(time(node.path("createddatetime")), text(node.path("description"), "content", 8000)))
                .filter(post -> !post.text().isEmpty())
                .sorted(Comparator.comparing(Post::at, Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList();
        return posts.subList(Math.max(0, posts.size() - POSTS), posts.size());
    }

    /** Paragraphs and line breaks stay, markup and scripts go. */
    private static String text(JsonNode node, String name, int maximum) {
        var document = Jsoup.parse(node.path(name).asText(""));
        document.select("script, style, template, noscript").remove();
        document.select("br, p, div, li, tr").forEach(block -> block.before("\n"));
        String text = document.wholeText()
                .replaceAll("[ \\t\\u00a0]+", " ")
                .replaceAll("\\s*\\n\\s*", "\n")
                .strip();
        return text.length() <= maximum ? text : text.substring(0, maximum - 1).stripTrailing() + "…";
    }

    private static <E extends Enum<E>> E oneOf(E[] values, JsonNode node, E unknown) {
        String wanted = node.asText("").replace("_", "");
        return Stream.of(values)
                .filter(value -> value.name().replace("_", "").equalsIgnoreCase(wanted))
                .findFirst()
                .orElse(unknown);
    }

    /** A time without a zone is UTC, as all of Microsoft's are. */
    private static @Nullable Instant time(JsonNode node) {
        if (!node.isTextual()) {
            return null;
        }
        try {
            var read = DateTimeFormatter.ISO_DATE_TIME.parseBest(
                    node.asText().strip(), OffsetDateTime::from, LocalDateTime::from);
            return read instanceof OffsetDateTime exact
                    ? exact.toInstant()
                    : LocalDateTime.from(read).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The same tree with all names in lower case. */
    private static JsonNode lower(JsonNode node) {
        if (node.isObject()) {
            var copy = JSON.createObjectNode();
            node.properties()
                    .forEach(entry -> copy.set(entry.getKey().toLowerCase(Locale.ROOT), lower(entry.getValue())));
            return copy;
        }
        if (node.isArray()) {
            var copy = JSON.createArrayNode();
            node.forEach(each -> copy.add(lower(each)));
            return copy;
        }
        return node;
    }

    private static Stream<JsonNode> stream(JsonNode nodes) {
        return StreamSupport.stream(nodes.spliterator(), false);
    }
}
