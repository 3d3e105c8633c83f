package io.casewright.contract;

/** Something that does not fit: where, and why. */
record Finding(String file, String element, String reason) {

    @Override
    public String toString() {
        return file + " " + element + ": " + reason;
    }
}
