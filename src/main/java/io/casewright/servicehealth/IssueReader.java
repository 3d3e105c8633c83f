package io.casewright.servicehealth;

import io.casewright.servicehealth.ServiceIssue.Classification;
import io.casewright.servicehealth.ServiceIssue.Post;
import io.casewright.servicehealth.ServiceIssue.Status;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/** Makes our words out of Microsoft Graph's, forgiving what single issues lack. All texts become plain text. */
final class IssueReader {

    private static final int POSTS = 20;

    private IssueReader() {}

    /** The issue; nothing when it has no id or no service. */
    static Optional<ServiceIssue> issue(HealthWire.Issue wire) {
        var issue = new ServiceIssue(
                text(wire.id(), 60),
                text(wire.service(), 120),
                text(wire.feature(), 200),
                oneOf(Classification.values(), wire.classification(), Classification.UNKNOWN),
                status(wire.status()),
                text(wire.title(), 500),
                text(wire.impactDescription(), 4000),
                wire.startDateTime(),
                wire.endDateTime(),
                wire.lastModifiedDateTime(),
                Boolean.TRUE.equals(wire.isResolved()),
                posts(wire.posts()));
        return issue.id().isEmpty() || issue.service().isEmpty() ? Optional.empty() : Optional.of(issue);
    }

    static Status status(@Nullable String word) {
        return oneOf(Status.values(), word, Status.UNKNOWN);
    }

    private static List<Post> posts(@Nullable List<HealthWire.@Nullable Post> wire) {
        var posts = Stream.ofNullable(wire)
                .flatMap(List::stream)
                .filter(Objects::nonNull)
                .map(post -> new Post(
                        post.createdDateTime(),
                        text(
                                post.description() == null
                                        ? null
                                        : post.description().content(),
                                8000)))
                .filter(post -> !post.text().isEmpty())
                .sorted(Comparator.comparing(Post::at, Comparator.nullsFirst(Comparator.naturalOrder())))
                .distinct()
                .toList();
        return posts.subList(Math.max(0, posts.size() - POSTS), posts.size());
    }

    /** Paragraphs and line breaks stay, markup and scripts go. */
    static String text(@Nullable String html, int maximum) {
        var document = Jsoup.parse(html == null ? "" : html);
        document.select("script, style, template, noscript").remove();
        document.select("br, p, div, li, tr").forEach(block -> block.before("\n"));
        String text = document.wholeText()
                .replaceAll("[ \\t\\u00a0]+", " ")
                .replaceAll("\\s*\\n\\s*", "\n")
                .strip();
        return upTo(maximum, text);
    }

    static String upTo(int maximum, String text) {
        return text.length() <= maximum ? text : text.substring(0, maximum - 1).stripTrailing() + "…";
    }

    private static <E extends Enum<E>> E oneOf(E[] values, @Nullable String word, E unknown) {
        String wanted = word == null ? "" : word.replace("_", "").strip();
        return Stream.of(values)
                .filter(value -> value.name().replace("_", "").equalsIgnoreCase(wanted))
                .findFirst()
                .orElse(unknown);
    }
}
