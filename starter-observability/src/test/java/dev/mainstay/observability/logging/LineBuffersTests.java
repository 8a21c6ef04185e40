package dev.mainstay.observability.logging;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import ch.qos.logback.classic.spi.ILoggingEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.mock.env.MockEnvironment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class LineBuffersTests {

	private final LineBuffers buffers = new LineBuffers(JsonMapper.shared());

	@Test
	void anyThreadGetsTheOneThatAnotherGaveBack() throws Exception {
		LineBuffer first = this.buffers.take();
		this.buffers.giveBack(first);
		List<LineBuffer> taken = new ArrayList<>();
		for (int i = 0; i < 100; i++) {
			Thread thread = new Thread(() -> {
				LineBuffer buffer = this.buffers.take();
				taken.add(buffer);
				this.buffers.giveBack(buffer);
			});
			thread.start();
			thread.join();
		}
		assertThat(taken).hasSize(100).containsOnly(first);
	}

	@Test
	void linesAtTheSameTimeHaveOneEach() {
		LineBuffer first = this.buffers.take();
		LineBuffer second = this.buffers.take();
		assertThat(second).isNotSameAs(first);
		this.buffers.giveBack(second);
		this.buffers.giveBack(first);
		assertThat(List.of(this.buffers.take(), this.buffers.take())).containsExactlyInAnyOrder(first, second);
	}

	@Test
	void thoseOfLongLinesAreNotKept() {
		LineBuffer buffer = this.buffers.take();
		buffer.write(new LineFields(
				List.of((line, event) -> line.generator().writeStringProperty("message", event.getMessage())),
				Line.UNBOUNDED), LoggedLine.event((logger) -> logger.info("x".repeat(70_000))));
		this.buffers.giveBack(buffer);
		assertThat(this.buffers.take()).isNotSameAs(buffer);
	}

	@Test
	void whatIsLoggedWhileALineIsWrittenHasALineOfItsOwn() {
		MainstayLogFormatter formatter = new MainstayLogFormatter(new MockEnvironment());
		List<String> inner = new ArrayList<>();
		Object talkative = new Object() {

			@Override
			public String toString() {
				inner.add(formatter.format(LoggedLine.event((logger) -> logger.info("inner"))));
				return "outer";
			}

		};
		String outer = formatter
			.format(LoggedLine.event((logger) -> logger.atInfo().addKeyValue("k", talkative).log("x".repeat(20_000))));
		assertThat(outer).contains("\"k\":\"outer\"", "x".repeat(20_000)).doesNotContain("inner", MinimalLine.TAG);
		assertThat(inner).isNotEmpty()
			.allMatch((line) -> line.contains("\"message\":\"inner\"") && line.endsWith("}\n"))
			.noneMatch((line) -> line.contains(MinimalLine.TAG));
	}

	@Test
	void everyThreadReadsWhatItWrote() throws Exception {
		MainstayLogFormatter formatter = new MainstayLogFormatter(new MockEnvironment());
		formatter.followOthers();
		ExecutorService threads = Executors.newFixedThreadPool(8);
		try {
			List<Future<List<String>>> wrong = new ArrayList<>();
			for (int i = 0; i < 8; i++) {
				String thread = "thread " + i;
				wrong.add(threads.submit((Callable<List<String>>) () -> wrong(formatter, thread)));
			}
			for (Future<List<String>> each : wrong) {
				assertThat(each.get()).isEmpty();
			}
		}
		finally {
			threads.shutdownNow();
			formatter.followNobody();
		}
	}

	private static List<String> wrong(MainstayLogFormatter formatter, String thread) {
		List<String> wrong = new ArrayList<>();
		for (int i = 0; i < 3000; i++) {
			String message = thread + ", line " + i;
			ILoggingEvent event = LoggedLine.event((logger) -> logger.info(message));
			String line = new String(formatter.formatAsBytes(event, UTF_8), UTF_8);
			Thread.yield();
			Message read = new Message();
			formatter.read(event, read);
			if (!line.contains("\"" + message + "\"") || !message.equals(read.text)) {
				wrong.add(message + " was written as " + line + " and read as " + read.text);
			}
		}
		return wrong;
	}

	private static final class Message implements LineReader {

		private @Nullable String text;

		@Override
		public void field(String object, String name, Object value) {
			if (object.isEmpty() && name.equals("message")) {
				this.text = (String) value;
			}
		}

		@Override
		public void line(byte[] line) {
			throw new AssertionError("Nothing was noted of " + new String(line, UTF_8));
		}

	}

}
