package io.casewright.attachment;

import io.casewright.platform.files.FileStore;
import io.casewright.platform.files.FileTooLarge;
import io.casewright.platform.files.StoredFile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.apache.tika.Tika;
import org.apache.tika.mime.MimeTypeException;
import org.apache.tika.mime.MimeTypes;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps files with messages. What is beyond a limit is kept by its name with the reason, so that nobody looks for it in vain. */
@Service
public class Attachments {

    private static final Tika TYPES = new Tika();
    private static final int UNIT = 1024;

    private final AttachmentStore store;
    private final FileStore files;
    private final AttachmentSettings settings;
    private final Clock clock;

    Attachments(AttachmentStore store, FileStore files, AttachmentSettings settings, Clock clock) {
        this.store = store;
        this.files = files;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Keeps the files of a message, in the current transaction. The same message again does nothing.
     *
     * @throws UncheckedIOException when one cannot be read, or there is no room for it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(String caseNumber, long customer, long message, List<? extends OfferedFile> offered) {
        if (offered.isEmpty() || !store.ofMessage(message).isEmpty()) {
            return;
        }
        long free = settings.mostOfACustomer().toBytes() - store.bytesOf(customer);
        for (int i = 0; i < offered.size(); i++) {
            free -= keep(new Place(caseNumber, customer, message, i), offered.get(i), free);
        }
    }

    /** Where a file belongs. */
    private record Place(String caseNumber, long customer, long message, int position) {}

    /** So many bytes were kept. */
    private long keep(Place place, OfferedFile offered, long free) {
        if (place.position >= settings.mostOfAMessage()) {
            return refuse(place, offered, "A message has at most %d files.".formatted(settings.mostOfAMessage()));
        }
        try (InputStream content = offered.open()) {
            return add(
                    place,
                    offered,
                    files.keep(content, Math.min(settings.largest().toBytes(), Math.max(0, free))));
        } catch (FileTooLarge e) {
            return refuse(
                    place,
                    offered,
                    e.most() < settings.largest().toBytes()
                            ? "The customer has used up the room for its files."
                            : "A file has at most %d MB."
                                    .formatted(settings.largest().toMegabytes()));
        } catch (IOException e) {
            throw new UncheckedIOException("A file of message %d cannot be kept".formatted(place.message), e);
        }
    }

    private long add(Place place, OfferedFile offered, StoredFile kept) throws IOException {
        String type = typeOf(kept);
        String name = SafeName.of(offered.name(), endingOf(type));
        store.add(
                place.caseNumber,
                place.message,
                place.customer,
                place.position,
                name,
                type,
                kept.size(),
                kept.id(),
                null,
                clock.instant());
        return kept.size();
    }

    private long refuse(Place place, OfferedFile offered, String why) {
        store.add(
                place.caseNumber,
                place.message,
                place.customer,
                place.position,
                SafeName.of(offered.name(), ""),
                "",
                0,
                null,
                why,
                clock.instant());
        return 0;
    }

    /** By its first bytes only. */
    private String typeOf(StoredFile kept) throws IOException {
        try (InputStream content = new BufferedInputStream(files.open(kept.id()))) {
            return TYPES.detect(content);
        }
    }

    private static String endingOf(String type) {
        try {
            return MimeTypes.getDefaultMimeTypes().forName(type).getExtension();
        } catch (MimeTypeException e) {
            return "";
        }
    }

    /** All files of the case, in the order they came. */
    @Transactional(readOnly = true)
    public List<Attachment> of(String caseNumber) {
        return store.ofCase(caseNumber);
    }

    @Transactional(readOnly = true)
    public List<Attachment> ofMessage(long message) {
        return store.ofMessage(message);
    }

    /** The file of the case; empty when it has none of this id. */
    @Transactional(readOnly = true)
    public Optional<Attachment> find(String caseNumber, long id) {
        return store.find(caseNumber, id);
    }

    /**
     * Its content from its beginning.
     *
     * @throws IOException when it was not taken, or cannot be read
     */
    public InputStream open(Attachment attachment) throws IOException {
        return files.open(String.valueOf(attachment.fileId()));
    }

    /** So many bytes a file may have. */
    public long mostBytes() {
        return settings.largest().toBytes();
    }

    /** A size as people say it. */
    public static String inWords(long bytes) {
        if (bytes < UNIT) {
            return bytes + " B";
        }
        return bytes < (long) UNIT * UNIT ? bytes / UNIT + " KB" : "%.1f MB".formatted(bytes / (double) (UNIT * UNIT));
    }
}
