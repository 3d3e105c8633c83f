package io.casewright.triage;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Collectors;

/** A classifier of categories as bytes. Whatever the bytes are, either a whole classifier comes out or a refusal. */
record StoredModel(byte[] bytes, String checksum) {

    /** An application of 144 MB has room for this several times. */
    static final int MOST_BYTES = 8_000_000;

    private static final String FORMAT = "casewright-categories-1";
    private static final Set<String> CATEGORIES =
            Arrays.stream(SupportType.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());

    /** The bytes are no classifier, or not the one that was stored. */
    static final class Refused extends Exception {

        private static final long serialVersionUID = 1;

        Refused(String message) {
            super(message);
        }
    }

    static StoredModel of(Classifier classifier) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeUTF(FORMAT);
            classifier.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write a classifier", e);
        }
        return new StoredModel(bytes.toByteArray(), sha256(bytes.toByteArray()));
    }

    Classifier classifier() throws Refused {
        if (bytes.length > MOST_BYTES) {
            throw new Refused("it has %d bytes, at most %d are taken".formatted(bytes.length, MOST_BYTES));
        }
        if (!sha256(bytes).equals(checksum)) {
            throw new Refused("its checksum is not that of its data");
        }
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (!in.readUTF().equals(FORMAT)) {
                throw new Refused("its data is not in the format " + FORMAT);
            }
            var classifier = Classifier.read(in);
            if (!classifier.tells(CATEGORIES)) {
                throw new Refused("it does not tell the categories " + CATEGORIES);
            }
            return classifier;
        } catch (IOException | RuntimeException e) {
            throw new Refused("its data cannot be read: " + e);
        }
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
