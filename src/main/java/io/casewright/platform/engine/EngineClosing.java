package io.casewright.platform.engine;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import io.casewright.platform.time.InTime;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.config.DestructionAwareBeanPostProcessor;
import org.springframework.stereotype.Component;

/**
 * Closes the engine's client and goes on after a few seconds. While the engine is away, a stream that was to open again just when
 * its worker was closed keeps its lock for ever, and the client, which closes each worker once more, would wait for that lock.
 */
@Component
class EngineClosing implements BeanFactoryPostProcessor, DestructionAwareBeanPostProcessor {

    private static final Logger log = LoggerFactory.getLogger(EngineClosing.class);
    private static final String CLIENT = "camundaClient";
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** Spring would close it by itself, and wait. */
    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        if (beans.containsBeanDefinition(CLIENT)) {
            beans.getBeanDefinition(CLIENT).setDestroyMethodName("");
        }
    }

    @Override
    public boolean requiresDestruction(Object bean) {
        return bean instanceof CamundaClient;
    }

    @Override
    public void postProcessBeforeDestruction(Object bean, String name) {
        if (name.equals(CLIENT)) {
            close((CamundaClient) bean);
        }
    }

    static void close(CamundaClient engine) {
        try {
            if (!InTime.run(PATIENCE, engine::close)) {
                log.warn("The engine's client did not close within {} s and is left behind", PATIENCE.toSeconds());
            }
        } catch (ClientException e) {
            log.warn("The engine's client did not close: {}", e.getMessage());
        }
    }
}
