package io.casewright.triage;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import opennlp.tools.ml.EventTrainer;
import opennlp.tools.ml.TrainerFactory;
import opennlp.tools.ml.maxent.io.BinaryQNModelWriter;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.BinaryFileDataReader;
import opennlp.tools.ml.model.Event;
import opennlp.tools.ml.model.GenericModelReader;
import opennlp.tools.ml.model.MaxentModel;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;

/** A maximum entropy classifier; the same examples in the same order give the same classifier. */
record Classifier(MaxentModel model) {

    /** An example: features and the outcome that is right for them. */
    record Example(Features features, String outcome) {}

    /** @param smoothing more of it makes the classifier less sure of itself and slower to follow single examples */
    static Classifier train(List<Example> examples, double smoothing) {
        var parameters = new TrainingParameters(Map.of(
                TrainingParameters.ALGORITHM_PARAM,
                "MAXENT_QN",
                "DataIndexer",
                "OnePassRealValue",
                TrainingParameters.CUTOFF_PARAM,
                2,
                TrainingParameters.ITERATIONS_PARAM,
                60,
                "L1Cost",
                0.0,
                "L2Cost",
                smoothing,
                "PrintMessages",
                false));
        EventTrainer trainer = TrainerFactory.getEventTrainer(parameters, null);
        List<Event> events = examples.stream()
                .map(example -> new Event(
                        example.outcome(),
                        example.features().names(),
                        example.features().values()))
                .toList();
        try {
            return new Classifier(trainer.train(ObjectStreamUtils.createObjectStream(events)));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot train a classifier", e);
        }
    }

    void write(DataOutputStream out) throws IOException {
        new BinaryQNModelWriter((AbstractModel) model, out).persist();
    }

    static Classifier read(DataInputStream in) throws IOException {
        return new Classifier(new GenericModelReader(new BinaryFileDataReader(in)).getModel());
    }

    /** Whether it knows exactly these outcomes. */
    boolean tells(Set<String> outcomes) {
        var known = new HashSet<String>();
        for (int i = 0; i < model.getNumOutcomes(); i++) {
            known.add(model.getOutcome(i));
        }
        return known.equals(outcomes);
    }

    double probability(Features features, String outcome) {
        int index = model.getIndex(outcome);
        return index < 0 ? 0 : model.eval(features.names(), features.values())[index];
    }
}
