package io.casewright.servicehealth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Published issues from a file, the same for all customers. It is read again when it changed. */
@Component
class FeedFile implements ServiceHealth {

    private static final String SCOPE = "all customers";
    private static final long MAXIMUM_BYTES = 32L << 20;

    private final String path;
    private final Clock clock;
    private @Nullable Version version;
    private List<ServiceIssue> issues = List.of();
    private @Nullable Instant readAt;

    FeedFile(ServiceHealthSettings settings, Clock clock) {
        this.path = settings.feed().strip();
        this.clock = clock;
    }

    private record Version(FileTime changedAt, long size) {}

    @Override
    public String source() {
        return isConfigured() ? "local feed" : "not configured";
    }

    @Override
    public boolean isConfigured() {
        return !path.isEmpty();
    }

    @Override
    public synchronized Optional<Instant> lastSuccess() {
        return Optional.ofNullable(readAt);
    }

    @Override
    public synchronized Answer issues(String tenantId) {
        if (!isConfigured()) {
            throw new ServiceHealthUnavailable(
                    SCOPE, "No source of service health is configured (casewright.service-health.feed).");
        }
        try {
            refresh();
        } catch (IOException | RuntimeException e) {
            String problem = "The service health feed could not be read: " + reason(e) + ".";
            if (readAt == null) {
                throw new ServiceHealthUnavailable(SCOPE, problem);
            }
            return new Answer(SCOPE, readAt, issues, problem);
        }
        return new Answer(SCOPE, clock.instant(), issues, null);
    }

    private void refresh() throws IOException {
        Path file = Path.of(path);
        var found = new Version(Files.getLastModifiedTime(file), Files.size(file));
        if (!found.equals(version)) {
            if (found.size() > MAXIMUM_BYTES) {
                throw new IOException("it is larger than 32 MB");
            }
            issues = IssueReader.read(Files.readAllBytes(file));
            version = found;
        }
        readAt = clock.instant();
    }

    /** Without paths and without pieces of the content. */
    private static String reason(Exception e) {
        return switch (e) {
            case java.nio.file.NoSuchFileException missing -> "there is no such file";
            case com.fasterxml.jackson.core.JsonProcessingException broken -> "it is no valid JSON";
            case java.nio.file.FileSystemException refused -> "the file cannot be opened";
            case IOException other when other.getMessage() != null -> other.getMessage();
            default -> "it is not as expected (" + e.getClass().getSimpleName() + ")";
        };
    }
}
