package io.casewright.platform.engine.place;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import org.springframework.stereotype.Component;

@Component
public class ProcessEndedWorker {

    private final KeepPlaces places;

    ProcessEndedWorker(KeepPlaces places) {
        this.places = places;
    }

    @JobWorker(
            type = "process.ended",
            fetchVariables = {
                "caseNumber",
                "ticketReference",
                "majorCase",
                "planChange",
                "statement",
                "breach",
                "waitKey"
            })
    public void ended(ActivatedJob job) {
        places.ended(Visit.of(job));
    }
}
