package io.casewright.microsoft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casewright.platform.text.Secret;
import javax.crypto.AEADBadTagException;
import org.junit.jupiter.api.Test;

class TokenSealTests {

    private final TokenSeal seal = new TokenSeal(new Secret("MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=\n"));

    @Test
    void opensWhatItSealed() throws AEADBadTagException {
        assertThat(seal.open(seal.seal("a token", "here"), "here")).isEqualTo("a token");
    }

    @Test
    void sealsTheSameDifferentlyEachTime() {
        assertThat(seal.seal("a token", "here")).isNotEqualTo(seal.seal("a token", "here"));
    }

    @Test
    void opensNothingThatWasChangedOrPutElsewhere() {
        byte[] sealed = seal.seal("a token", "here");

        assertThatThrownBy(() -> seal.open(sealed, "there")).isInstanceOf(AEADBadTagException.class);
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> seal.open(sealed, "here")).isInstanceOf(AEADBadTagException.class);
        assertThatThrownBy(() -> seal.open(new byte[20], "here")).isInstanceOf(AEADBadTagException.class);
        assertThatThrownBy(() -> seal.open(new byte[3], "here")).isInstanceOf(AEADBadTagException.class);
    }
}
