package io.casewright.triage;

/** How many held-out requests got their category right: of the repository's, and of the desk's own closed cases. */
public record ReadingFigures(int repositoryRight, int repositoryOf, int ownRight, int ownOf) {

    /** On neither of the two. */
    boolean isNotWorseThan(ReadingFigures other) {
        return repositoryRight >= other.repositoryRight && ownRight >= other.ownRight;
    }
}
