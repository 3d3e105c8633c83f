package io.casewright.platform.outbox;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import com.github.kagkarlsson.scheduler.serializer.JacksonSerializer;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OutboxConfiguration {

    @Bean
    DbSchedulerCustomizer entriesAsJson() {
        return new DbSchedulerCustomizer() {
            @Override
            public Optional<Serializer> serializer() {
                // JSON, so that an operator can read a stuck entry and a new release can read an old one.
                return Optional.of(new JacksonSerializer(
                        JsonMapper.builder().findAndAddModules().build()));
            }
        };
    }
}
