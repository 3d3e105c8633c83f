package io.casewright.platform.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Keeps files in a folder. A file is written beside its place and moved there once all of it is on the disk, so whoever opens
 * it reads all of it, and what a crash left behind lies under no name.
 */
@Component
class FolderFiles implements FileStore {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{64}");
    private static final int FOLDER_DIGITS = 2;
    private static final int PIECE = 64 << 10;

    private final Path folder;
    private final Path coming;

    FolderFiles(FileSettings settings) {
        folder = settings.folder();
        coming = folder.resolve("coming");
        try {
            Files.createDirectories(coming);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The folder for files, %s, cannot be made. Set CASEWRIGHT_FILES_FOLDER to one that can be written"
                            .formatted(folder.toAbsolutePath()),
                    e);
        }
    }

    @Override
    public StoredFile keep(InputStream content, long most) throws IOException {
        Path written = Files.createTempFile(coming, "", "");
        try {
            var digest = sha256();
            long size = write(new DigestInputStream(content, digest), written, most);
            String id = HexFormat.of().formatHex(digest.digest());
            Path place = place(id);
            if (!Files.exists(place)) {
                Files.createDirectories(place.getParent());
                Files.move(written, place, StandardCopyOption.ATOMIC_MOVE);
            }
            return new StoredFile(id, size);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    private static long write(InputStream content, Path to, long most) throws IOException {
        long size = 0;
        try (var channel = FileChannel.open(to, StandardOpenOption.WRITE);
                var out = Channels.newOutputStream(channel)) {
            byte[] piece = new byte[PIECE];
            for (int read = content.read(piece); read >= 0; read = content.read(piece)) {
                size += read;
                if (size > most) {
                    throw new FileTooLarge(most);
                }
                out.write(piece, 0, read);
            }
            // Whoever gave it may forget it as soon as it is kept.
            channel.force(true);
        }
        return size;
    }

    @Override
    public InputStream open(String id) throws IOException {
        return Files.newInputStream(known(id));
    }

    @Override
    public boolean isKept(String id) {
        return ID.matcher(id).matches() && Files.exists(place(id));
    }

    @Override
    public void forget(String id) throws IOException {
        if (isKept(id)) {
            Files.deleteIfExists(place(id));
        }
    }

    private Path known(String id) throws NoSuchFileException {
        if (!ID.matcher(id).matches()) {
            throw new NoSuchFileException(id);
        }
        return place(id);
    }

    private Path place(String id) {
        return folder.resolve(id.substring(0, FOLDER_DIGITS)).resolve(id);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
