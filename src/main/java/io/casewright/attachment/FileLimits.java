package io.casewright.attachment;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says beforehand why files would not be taken, to somebody who can still send others. */
@Component
public class FileLimits {

    private final AttachmentStore store;
    private final AttachmentSettings settings;

    FileLimits(AttachmentStore store, AttachmentSettings settings) {
        this.store = store;
        this.settings = settings;
    }

    /** In a sentence; empty when all would be taken. */
    @Transactional(readOnly = true)
    public Optional<String> problemWith(long customer, List<HandedFile> files) {
        if (files.size() > settings.mostOfAMessage()) {
            return Optional.of(settings.tooMany());
        }
        if (files.stream().anyMatch(file -> file.size() > settings.largest().toBytes())) {
            return Optional.of(settings.tooLarge());
        }
        long free = settings.mostOfACustomer().toBytes() - store.bytesOf(customer);
        return sizeOf(files) > free ? Optional.of(AttachmentSettings.NO_ROOM) : Optional.empty();
    }

    /** As {@link #problemWith}, of files that leave by mail, of which few mail servers take as many. */
    @Transactional(readOnly = true)
    public Optional<String> problemWithLetter(long customer, List<HandedFile> files) {
        long most = settings.mostOfALetter().toBytes();
        return problemWith(customer, files)
                .or(() -> sizeOf(files) > most
                        ? Optional.of("The files of a letter have at most %d MB together."
                                .formatted(settings.mostOfALetter().toMegabytes()))
                        : Optional.empty());
    }

    private static long sizeOf(List<HandedFile> files) {
        return files.stream().mapToLong(HandedFile::size).sum();
    }
}
