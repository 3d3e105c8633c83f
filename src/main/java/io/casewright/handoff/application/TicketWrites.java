package io.casewright.handoff.application;

import io.casewright.casefile.application.TicketMoved;
import io.casewright.handoff.domain.VendorTicket;
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

/** Publishes {@link TicketMoved} wherever a ticket is written, so that no use case can forget to. */
@Component
class TicketWrites implements PostInsertEventListener, PostUpdateEventListener {

    private static final Set<String> TOLD = Set.of("state", "waitsForUs");

    private final transient ApplicationEventPublisher events;

    TicketWrites(EntityManagerFactory database, ApplicationEventPublisher events) {
        this.events = events;
        var listeners = Objects.requireNonNull(database.unwrap(SessionFactoryImplementor.class)
                .getServiceRegistry()
                .getService(EventListenerRegistry.class));
        listeners.appendListeners(EventType.POST_INSERT, this);
        listeners.appendListeners(EventType.POST_UPDATE, this);
    }

    @Override
    public void onPostInsert(PostInsertEvent event) {
        if (event.getEntity() instanceof VendorTicket ticket) {
            publish(ticket);
        }
    }

    @Override
    public void onPostUpdate(PostUpdateEvent event) {
        if (event.getEntity() instanceof VendorTicket ticket && isTold(event)) {
            publish(ticket);
        }
    }

    private static boolean isTold(PostUpdateEvent event) {
        String[] names = event.getPersister().getPropertyNames();
        int[] changed = event.getDirtyProperties();
        return changed == null || Arrays.stream(changed).anyMatch(at -> TOLD.contains(names[at]));
    }

    private void publish(VendorTicket ticket) {
        var handOff = ticket.handOff();
        events.publishEvent(new TicketMoved(
                handOff.caseNumber(), handOff.reference(), ticket.target().name(), ticket.turn()));
    }

    @Override
    public boolean requiresPostCommitHandling(EntityPersister persister) {
        return false;
    }
}
