package io.casewright.platform.engine.place;

import io.camunda.client.api.response.ActivatedJob;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/** What makes the step of a job act once: it stays the same when another engine asks for the step again. */
public final class StepKeys {

    private StepKeys() {}

    /**
     * The key of a step.
     *
     * @param isAgain whether another engine asked for the step before
     * @param isFirst whether it is certain that nobody asked for it before
     */
    record StepKey(String value, boolean isAgain, boolean isFirst) {}

    /** What a worker is given: the job, and the key of its step. */
    interface Keyed {

        StepKey stepKey();
    }

    /** The key of the step that the job is for. */
    public static String of(ActivatedJob job) {
        return job instanceof Keyed keyed ? keyed.stepKey().value() : Long.toString(job.getElementInstanceKey());
    }

    /** Whether another engine asked for the step before. */
    public static boolean isAgain(ActivatedJob job) {
        return job instanceof Keyed keyed && keyed.stepKey().isAgain();
    }

    /** Whether it is certain that nobody asked for the step before. */
    public static boolean isFirst(ActivatedJob job) {
        return job instanceof Keyed keyed && keyed.stepKey().isFirst();
    }

    /** The same job with the key of its step; as it is, when there is none. */
    static ActivatedJob with(@Nullable StepKey stepKey, ActivatedJob job) {
        if (stepKey == null) {
            return job;
        }
        return (ActivatedJob) Proxy.newProxyInstance(
                StepKeys.class.getClassLoader(),
                new Class<?>[] {ActivatedJob.class, Keyed.class},
                (proxy, method, arguments) -> {
                    if (method.getDeclaringClass() == Keyed.class) {
                        return stepKey;
                    }
                    try {
                        return method.invoke(job, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
