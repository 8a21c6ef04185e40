package dev.mainstay.core.validation.json.servlet;

import java.io.ByteArrayInputStream;
import java.io.IOException;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RememberedBodyTests {

	private final byte[] bytes = new byte[100_000];

	@ParameterizedTest
	@ValueSource(longs = { -1, 1, 100_000 })
	void givesTheSameBytesAgain(long declared) throws IOException {
		for (int i = 0; i < this.bytes.length; i++) {
			this.bytes[i] = (byte) i;
		}
		RememberedBody body = new RememberedBody(new ByteArrayInputStream(this.bytes), declared);
		assertThat(body.readNBytes(70_001)).hasSize(70_001);
		body.rewind();
		assertThat(body.readAllBytes()).isEqualTo(this.bytes);
	}

	@Test
	void aLengthThatIsALieCostsNoMoreThanTheBody() throws IOException {
		RememberedBody body = new RememberedBody(new ByteArrayInputStream(this.bytes), 1);
		body.readAllBytes();
		assertThat((Object) body).extracting("parts", InstanceOfAssertFactories.LIST).hasSizeLessThan(500);
	}

}
