package dev.mainstay.core.validation.json.servlet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class RememberedBodyTests {

	private final byte[] bytes = new byte[100_000];

	@ParameterizedTest
	@ValueSource(ints = { 1, 82, 8000, 100_000 })
	void givesTheSameBytesAgainHoweverTheyCome(int atOnce) throws IOException {
		for (int i = 0; i < this.bytes.length; i++) {
			this.bytes[i] = (byte) i;
		}
		RememberedBody body = new RememberedBody(inPieces(atOnce));
		assertThat(body.readNBytes(70_001)).hasSize(70_001);
		body.rewind();
		assertThat(body.readAllBytes()).isEqualTo(this.bytes);
		body.rewind();
		assertThat(body.readAllBytes()).isEqualTo(this.bytes);
	}

	@Test
	void dropsDoNotCostAPartEach() throws IOException {
		RememberedBody body = new RememberedBody(inPieces(1));
		body.readAllBytes();
		assertThat((Object) body).extracting("parts", InstanceOfAssertFactories.LIST).hasSizeLessThan(50);
	}

	@Test
	void whatWasRecycledIsNotGivenToTwo() throws IOException {
		RememberedBody one = new RememberedBody(new ByteArrayInputStream("one".getBytes(UTF_8)));
		RememberedBody other = new RememberedBody(new ByteArrayInputStream("two".getBytes(UTF_8)));
		one.readAllBytes();
		other.readAllBytes();
		one.rewind();
		assertThat(one.readAllBytes()).asString().isEqualTo("one");
		one.recycle();
		one.recycle();
		assertThat(one.readAllBytes()).isEmpty();
		other.rewind();
		assertThat(other.readAllBytes()).asString().isEqualTo("two");
		other.recycle();
	}

	private InputStream inPieces(int atOnce) {
		return new ByteArrayInputStream(this.bytes) {

			@Override
			public int read(byte[] target, int offset, int length) {
				return super.read(target, offset, Math.min(length, atOnce));
			}

		};
	}

}
