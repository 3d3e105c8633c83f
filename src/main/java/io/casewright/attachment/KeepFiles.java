package io.casewright.attachment;

import io.casewright.attachment.AttachmentStore.Place;
import io.casewright.platform.files.FileStore;
import io.casewright.platform.files.FileTooLarge;
import io.casewright.platform.files.StoredFile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import org.apache.tika.Tika;
import org.apache.tika.mime.MimeTypeException;
import org.apache.tika.mime.MimeTypes;
import org.springframework.stereotype.Component;

/** Takes files in within the limits; what is beyond them is kept by its name with the reason. */
@Component
class KeepFiles {

    private static final Tika TYPES = new Tika();

    private final AttachmentStore store;
    private final FileStore files;
    private final AttachmentSettings settings;
    private final Clock clock;

    KeepFiles(AttachmentStore store, FileStore files, AttachmentSettings settings, Clock clock) {
        this.store = store;
        this.files = files;
        this.settings = settings;
        this.clock = clock;
    }

    /** In the order in which they are offered. */
    void keep(Place place, List<? extends OfferedFile> offered) {
        long free = settings.mostOfACustomer().toBytes() - store.bytesOf(place.customer());
        for (int i = 0; i < offered.size(); i++) {
            free -= keep(place, i, offered.get(i), free);
        }
    }

    /** So many bytes were kept. */
    private long keep(Place place, int position, OfferedFile offered, long free) {
        if (position >= settings.mostOfAMessage()) {
            return refuse(place, position, offered, settings.tooMany());
        }
        try (InputStream content = offered.open()) {
            return add(
                    place,
                    position,
                    offered,
                    files.keep(content, Math.min(settings.largest().toBytes(), Math.max(0, free))));
        } catch (FileTooLarge e) {
            boolean isFull = e.most() < settings.largest().toBytes();
            return refuse(place, position, offered, isFull ? AttachmentSettings.NO_ROOM : settings.tooLarge());
        } catch (IOException e) {
            throw new UncheckedIOException("A file for %s cannot be kept".formatted(place), e);
        }
    }

    private long add(Place place, int position, OfferedFile offered, StoredFile kept) throws IOException {
        String type = typeOf(kept);
        String name = SafeName.of(offered.name(), endingOf(type));
        store.add(place, position, name, type, kept.size(), kept.id(), null, clock.instant());
        return kept.size();
    }

    private long refuse(Place place, int position, OfferedFile offered, String why) {
        store.add(place, position, SafeName.of(offered.name(), ""), "", 0, null, why, clock.instant());
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
}
