package dev.mainstay.resilience.idempotency;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link OutcomeFormat}.
 */
class OutcomeFormatTests {

	@Test
	void endsWithoutAnAnswerAreReadAsTheyWereWritten() {
		assertThat(OutcomeFormat.read(OutcomeFormat.write(new Outcome.Unknown()))).isEqualTo(new Outcome.Unknown());
		assertThat(OutcomeFormat.read(OutcomeFormat.write(new Outcome.NotReplayable())))
			.isEqualTo(new Outcome.NotReplayable());
	}

	@Test
	void answerIsReadByteForByte() {
		byte[] body = new byte[100_000];
		new Random(1).nextBytes(body);
		StoredResponse response = new StoredResponse(201,
				Map.of("Location", List.of("/orders/\u00e4"), "Link", List.of("<a>", "<b>")), body);
		Outcome read = OutcomeFormat.read(OutcomeFormat.write(new Outcome.Replayable(response)));
		assertThat(read).isInstanceOfSatisfying(Outcome.Replayable.class, (replayable) -> {
			assertThat(replayable.response().status()).isEqualTo(201);
			assertThat(replayable.response().headers()).isEqualTo(response.headers());
			assertThat(replayable.response().body()).isEqualTo(body);
		});
	}

	@Test
	void whatIsNoRecordIsRefused() {
		byte[] record = OutcomeFormat
			.write(new Outcome.Replayable(new StoredResponse(200, Map.of("ETag", List.of("1")), new byte[0])));
		assertThatExceptionOfType(UnreadableRecordException.class)
			.isThrownBy(() -> OutcomeFormat.read(Arrays.copyOf(record, record.length - 1)));
		assertThatExceptionOfType(UnreadableRecordException.class)
			.isThrownBy(() -> OutcomeFormat.read(new byte[] { 9, 0 }));
		assertThatExceptionOfType(UnreadableRecordException.class)
			.isThrownBy(() -> OutcomeFormat.read(new byte[] { 1, 9 }));
		assertThatExceptionOfType(UnreadableRecordException.class).isThrownBy(() -> OutcomeFormat.read(new byte[0]));
	}

}
