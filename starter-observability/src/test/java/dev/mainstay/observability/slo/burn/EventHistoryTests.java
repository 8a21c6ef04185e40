package dev.mainstay.observability.slo.burn;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class EventHistoryTests {

	private static final Instant START = Instant.parse("2026-01-05T23:00:00Z");

	private final Random random = new Random(7);

	@ParameterizedTest
	@ValueSource(strings = { "PT5M", "PT30M", "PT1H", "PT2H", "PT6H", "P1D", "P3D" })
	void sumsByTheMinuteAsAListOfAllEventsDoes(Duration window) {
		EventHistory history = new EventHistory(Duration.ofDays(30), START);
		List<Noted> all = new ArrayList<>();
		Instant now = START;
		Events upToNow = Events.NONE;
		for (int i = 0; i < 6000; i++) {
			now = now.plusSeconds(this.random.nextInt(170));
			Events added = new Events(this.random.nextInt(100), this.random.nextInt(5));
			upToNow = upToNow.plus(added);
			history.note(upToNow, now);
			all.add(new Noted(now, added));
			if (i % 100 == 0) {
				assertThat(history.last(window, now)).isEqualTo(sum(all, minutesBefore(now, window)));
			}
		}
	}

	@Test
	void sumsTheWholeWindowByTheHour() {
		Duration window = Duration.ofDays(30);
		EventHistory history = new EventHistory(window, START);
		List<Noted> all = new ArrayList<>();
		Events upToNow = Events.NONE;
		for (Instant now = START; now.isBefore(START.plus(Duration.ofDays(70))); now = now.plusSeconds(700)) {
			Events added = new Events(this.random.nextInt(1000), this.random.nextInt(9));
			upToNow = upToNow.plus(added);
			history.note(upToNow, now);
			all.add(new Noted(now, added));
		}
		Instant last = all.get(all.size() - 1).at();
		long hour = last.getEpochSecond() / 3600;
		assertThat(history.last(window, last)).isEqualTo(sum(all, Instant.ofEpochSecond((hour - 719) * 3600)));
	}

	@Test
	void forgetsWhatIsPastWithoutBeingTold() {
		EventHistory history = new EventHistory(Duration.ofDays(30), START);
		history.note(new Events(5, 1), START);
		assertThat(history.last(Duration.ofMinutes(5), START.plusSeconds(299))).isEqualTo(new Events(5, 1));
		assertThat(history.last(Duration.ofMinutes(5), START.plusSeconds(300))).isEqualTo(Events.NONE);
		assertThat(history.last(Duration.ofDays(30), START.plus(Duration.ofDays(29)))).isEqualTo(new Events(5, 1));
		assertThat(history.last(Duration.ofDays(30), START.plus(Duration.ofDays(31)))).isEqualTo(Events.NONE);
	}

	@Test
	void losesNothingToAClockThatIsSetBack() {
		EventHistory history = new EventHistory(Duration.ofDays(30), START);
		history.note(new Events(5, 1), START);
		history.note(new Events(9, 2), START.minusSeconds(7200));
		assertThat(history.last(Duration.ofMinutes(5), START.minusSeconds(7200))).isEqualTo(new Events(9, 2));
		assertThat(history.last(Duration.ofMinutes(5), START)).isEqualTo(new Events(9, 2));
	}

	@Test
	void holdsFourBillionEventsInAMinute() {
		EventHistory history = new EventHistory(Duration.ofDays(30), START);
		history.note(new Events(3_000_000_000L, 0), START);
		assertThat(history.last(Duration.ofMinutes(5), START).good()).isEqualTo(3_000_000_000L);
		history.note(new Events(6_000_000_000L, 0), START);
		assertThat(history.last(Duration.ofMinutes(5), START).good()).isEqualTo(4_294_967_295L);
	}

	private static Instant minutesBefore(Instant now, Duration window) {
		long minute = now.getEpochSecond() / 60;
		return Instant.ofEpochSecond((minute - window.toMinutes() + 1) * 60);
	}

	private static Events sum(List<Noted> all, Instant from) {
		return all.stream()
			.filter((noted) -> !noted.at().isBefore(from))
			.map(Noted::events)
			.reduce(Events.NONE, Events::plus);
	}

	private record Noted(Instant at, Events events) {

	}

}
