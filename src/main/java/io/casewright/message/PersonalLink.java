package io.casewright.message;

/** Makes the link of a letter that only its reader may know: it is made when the letter is sent, and what is kept of the letter has a mark in its place. */
public interface PersonalLink {

    /** A new one for the letter of this case. */
    String of(String caseNumber);
}
