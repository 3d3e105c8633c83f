package io.casewright.casefile.pages;

import io.casewright.platform.engine.ProcessModels;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Hands out the models for the diagrams on the pages. */
@Controller
class ModelController {

    private final ProcessModels models;

    ModelController(ProcessModels models) {
        this.models = models;
    }

    @GetMapping("/models/{id}.bpmn")
    ResponseEntity<byte[]> model(@PathVariable String id) {
        return models.find(id)
                .map(model -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_XML)
                        .body(model.xml()))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
