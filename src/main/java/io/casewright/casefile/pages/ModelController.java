package io.casewright.casefile.pages;

import io.casewright.platform.engine.ProcessModels;
import io.casewright.platform.pages.Texts;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Hands out the models for the diagrams on the pages, with the names of their elements in the reader's language. */
@Controller
class ModelController {

    private final ProcessModels models;
    private final Texts texts;

    ModelController(ProcessModels models, Texts texts) {
        this.models = models;
        this.texts = texts;
    }

    @GetMapping("/models/{id}.bpmn")
    ResponseEntity<byte[]> model(@PathVariable String id) {
        return models.find(id)
                .map(model -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_XML)
                        .body(model.named(texts::said)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
