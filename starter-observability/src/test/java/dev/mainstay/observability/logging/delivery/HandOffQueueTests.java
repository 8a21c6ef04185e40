package dev.mainstay.observability.logging.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.LoggingEvent;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HandOffQueueTests {

	private final List<String> dropped = new ArrayList<>();

	@Test
	void keepsTheOrderOfAllLevels() throws Exception {
		HandOffQueue queue = queue(10, 1_000_000);
		offer(queue, "I1", "E2", "I3", "W4");
		assertThat(all(queue)).containsExactly("I1", "E2", "I3", "W4");
		assertThat(this.dropped).isEmpty();
	}

	@Test
	void dropsWhatComesWhenFull() throws Exception {
		HandOffQueue queue = queue(2, 1_000_000);
		offer(queue, "I1", "D2", "I3", "T4");
		assertThat(all(queue)).containsExactly("I1", "D2");
		assertThat(this.dropped).containsExactly("I3", "T4");
	}

	@Test
	void dropsNoWarningWhileThereIsALineBelow() throws Exception {
		HandOffQueue queue = queue(3, 1_000_000);
		offer(queue, "I1", "W2", "D3", "E4", "W5", "E6", "I7");
		assertThat(all(queue)).containsExactly("W2", "E4", "W5");
		assertThat(this.dropped).containsExactly("I1", "D3", "E6", "I7");
	}

	@Test
	void isBoundedInBytesToo() throws Exception {
		HandOffQueue queue = queue(100, 1000);
		offer(queue, "I" + "x".repeat(100), "I" + "x".repeat(100), "I" + "x".repeat(100), "E" + "x".repeat(2000));
		assertThat(all(queue)).hasSize(2);
		assertThat(this.dropped).hasSize(2);
		offer(queue, "I1");
		assertThat(all(queue)).containsExactly("I1");
	}

	@Test
	void countsALineAsWrittenOnlyWhenTheNextOneIsAskedFor() throws Exception {
		HandOffQueue queue = queue(10, 1_000_000);
		offer(queue, "I1");
		assertThat(queue.next(Duration.ZERO)).isNotNull();
		assertThat(queue.awaitWritten(Duration.ofMillis(10))).isFalse();
		assertThat(queue.next(Duration.ZERO)).isNull();
		assertThat(queue.awaitWritten(Duration.ZERO)).isTrue();
	}

	@Test
	void takesNothingOnceItIsClosedAndDropsWhatIsLeft() {
		HandOffQueue queue = queue(10, 1_000_000);
		offer(queue, "I1", "E2");
		queue.close();
		assertThat(queue.offer(event("E3"))).isFalse();
		queue.clear();
		assertThat(this.dropped).containsExactly("I1", "E2");
		assertThat(queue.awaitWritten(Duration.ZERO)).isTrue();
	}

	private HandOffQueue queue(int lines, long bytes) {
		return new HandOffQueue(new HandOffLimit(lines, bytes), (event) -> this.dropped.add(new String(event.take())));
	}

	private static void offer(HandOffQueue queue, String... lines) {
		for (String line : lines) {
			assertThat(queue.offer(event(line))).isTrue();
		}
	}

	private static EncodedEvent event(String line) {
		LoggingEvent event = new LoggingEvent();
		event.setLevel(switch (line.charAt(0)) {
			case 'E' -> Level.ERROR;
			case 'W' -> Level.WARN;
			case 'I' -> Level.INFO;
			case 'D' -> Level.DEBUG;
			default -> Level.TRACE;
		});
		event.setLoggerName("a");
		event.setThreadName("b");
		return new EncodedEvent(event, line.getBytes());
	}

	private static List<String> all(HandOffQueue queue) throws InterruptedException {
		List<String> all = new ArrayList<>();
		for (EncodedEvent next = queue.next(Duration.ZERO); next != null; next = queue.next(Duration.ZERO)) {
			all.add(new String(next.take()));
		}
		return all;
	}

}
