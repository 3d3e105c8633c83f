package io.casewright.message;

import jakarta.persistence.EntityManagerFactory;
import java.util.Objects;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.event.spi.EventType;
import org.hibernate.event.spi.PostInsertEvent;
import org.hibernate.event.spi.PostInsertEventListener;
import org.hibernate.persister.entity.EntityPersister;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Publishes {@link MessageKept} for every message, whoever keeps it. */
@Component
class KeptMessages implements PostInsertEventListener {

    private final transient ApplicationEventPublisher events;

    KeptMessages(EntityManagerFactory database, ApplicationEventPublisher events) {
        this.events = events;
        Objects.requireNonNull(database.unwrap(SessionFactoryImplementor.class)
                        .getServiceRegistry()
                        .getService(EventListenerRegistry.class))
                .appendListeners(EventType.POST_INSERT, this);
    }

    @Override
    public void onPostInsert(PostInsertEvent event) {
        if (event.getEntity() instanceof StoredMessage kept) {
            events.publishEvent(new MessageKept(kept.view()));
        }
    }

    @Override
    public boolean requiresPostCommitHandling(EntityPersister persister) {
        return false;
    }
}
