package io.casewright.casefile.application;

import io.casewright.casefile.domain.SupportCase;
import io.casewright.casefile.domain.TimelineEntry;
import jakarta.persistence.EntityManagerFactory;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.event.spi.EventType;
import org.hibernate.event.spi.PostInsertEvent;
import org.hibernate.event.spi.PostInsertEventListener;
import org.hibernate.event.spi.PostUpdateEvent;
import org.hibernate.event.spi.PostUpdateEventListener;
import org.hibernate.persister.entity.EntityPersister;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Publishes {@link CaseWritten} and {@link CaseNoted} wherever a case or its timeline is written, so that no use case can forget to. */
@Component
class CaseWrites implements PostInsertEventListener, PostUpdateEventListener {

    private static final Set<String> TOLD = Set.of("status", "severity", "queue");

    private final transient ApplicationEventPublisher events;

    CaseWrites(EntityManagerFactory database, ApplicationEventPublisher events) {
        this.events = events;
        var listeners = Objects.requireNonNull(database.unwrap(SessionFactoryImplementor.class)
                .getServiceRegistry()
                .getService(EventListenerRegistry.class));
        listeners.appendListeners(EventType.POST_INSERT, this);
        listeners.appendListeners(EventType.POST_UPDATE, this);
    }

    @Override
    public void onPostInsert(PostInsertEvent event) {
        if (event.getEntity() instanceof SupportCase written) {
            publish(written, true);
        } else if (event.getEntity() instanceof TimelineEntry entry) {
            events.publishEvent(new CaseNoted(entry.caseId(), entry.kind(), entry.recordedAt()));
        }
    }

    @Override
    public void onPostUpdate(PostUpdateEvent event) {
        if (event.getEntity() instanceof SupportCase written && isTold(event)) {
            publish(written, false);
        }
    }

    private static boolean isTold(PostUpdateEvent event) {
        String[] names = event.getPersister().getPropertyNames();
        int[] changed = event.getDirtyProperties();
        return changed == null || Arrays.stream(changed).anyMatch(at -> TOLD.contains(names[at]));
    }

    private void publish(SupportCase written, boolean isNew) {
        events.publishEvent(new CaseWritten(
                written.id(), written.number(), written.status(), written.severity(), written.queue(), isNew));
    }

    @Override
    public boolean requiresPostCommitHandling(EntityPersister persister) {
        return false;
    }
}
