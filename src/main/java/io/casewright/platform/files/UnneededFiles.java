package io.casewright.platform.files;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Forgets files that nothing names any more; the same content may be named in several places. */
@Component
public class UnneededFiles {

    private static final Logger log = LoggerFactory.getLogger(UnneededFiles.class);

    private final FileStore files;
    private final List<NamesFiles> names;

    UnneededFiles(FileStore files, List<NamesFiles> names) {
        this.files = files;
        this.names = names;
    }

    /** Once the current transaction has committed: those of the files that then nothing names. */
    public void forgetAfterCommit(Collection<String> candidates) {
        var all = List.copyOf(candidates);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                all.forEach(UnneededFiles.this::forget);
            }
        });
    }

    private void forget(String file) {
        if (names.stream().anyMatch(each -> each.isNamed(file))) {
            return;
        }
        try {
            files.forget(file);
        } catch (IOException e) {
            log.error("The file {} is needed no more and cannot be removed; remove it by hand", file, e);
        }
    }
}
