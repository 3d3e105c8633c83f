package io.casewright.triage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a classifier sees of a text: its words, word pairs, word beginnings and concepts, each once. */
record Features(String[] names, float[] values) {

    private static final float WORD = 1f;
    private static final float CONCEPT = 2f;
    private static final int STEM = 5;
    private static final int MOST_WORDS = 400;

    static Features of(CleanText text, Set<String> concepts) {
        var weights = new LinkedHashMap<String, Float>();
        List<String> words = text.words().subList(0, Math.min(text.words().size(), MOST_WORDS));
        String before = "^";
        for (String word : words) {
            if (CleanText.isUnspaced(word)) {
                addPieces(word, weights);
            } else {
                weights.put("w=" + word, WORD);
                if (word.length() > STEM) {
                    weights.put("s=" + word.substring(0, STEM), WORD);
                }
            }
            weights.put("b=" + before + "_" + word, WORD);
            before = word;
        }
        addConcepts(new ArrayList<>(concepts), weights);
        return normalised(weights);
    }

    private static void addPieces(String word, Map<String, Float> weights) {
        for (int size = 2; size <= 3; size++) {
            for (int at = 0; at + size <= word.length(); at++) {
                weights.put("n=" + word.substring(at, at + size), WORD);
            }
        }
    }

    private static void addConcepts(List<String> concepts, Map<String, Float> weights) {
        for (int i = 0; i < concepts.size(); i++) {
            weights.put("c=" + concepts.get(i), CONCEPT);
            for (int j = i + 1; j < concepts.size(); j++) {
                weights.put("c=" + concepts.get(i) + "+" + concepts.get(j), WORD);
            }
        }
    }

    /** Of length 1, so that long texts do not shout. */
    private static Features normalised(Map<String, Float> weights) {
        double sum = 0;
        for (float weight : weights.values()) {
            sum += weight * weight;
        }
        float length = (float) Math.sqrt(Math.max(sum, 1e-9));
        var values = new float[weights.size()];
        int at = 0;
        for (float weight : weights.values()) {
            values[at++] = weight / length;
        }
        return new Features(weights.keySet().toArray(String[]::new), values);
    }
}
