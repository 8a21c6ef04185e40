package dev.mainstay.observability.logging;

import ch.qos.logback.classic.spi.ThrowableProxy;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StackHashTests {

	@Test
	void isTheSameForOtherLinesMessagesAndCounters() {
		assertThat(hash("one", frame("lambda$pay$0", 10), frame("run", 20)))
			.isEqualTo(hash("two", frame("lambda$pay$7", 11), frame("run", 21)))
			.hasSize(16);
	}

	@Test
	void isTheSameWithProxiesAndThreads() {
		assertThat(hash("one", frame("pay", 1)))
			.isEqualTo(hash("one", new StackTraceElement("a.B$$SpringCGLIB$$0", "pay", null, -1), frame("pay", 1),
					new StackTraceElement("java.lang.VirtualThread", "run", null, -1)));
	}

	@Test
	void isAnotherForAnotherMethodOrType() {
		String hash = hash("one", frame("pay", 1));
		assertThat(hash("one", frame("refund", 1))).isNotEqualTo(hash);
		Exception other = new IllegalStateException("one");
		other.setStackTrace(new StackTraceElement[] { frame("pay", 1) });
		assertThat(StackHash.of(new ThrowableProxy(other))).isNotEqualTo(hash);
	}

	private static StackTraceElement frame(String method, int line) {
		return new StackTraceElement("a.B", method, "B.java", line);
	}

	private static String hash(String message, StackTraceElement... frames) {
		Exception exception = new Exception(message);
		exception.setStackTrace(frames);
		return StackHash.of(new ThrowableProxy(exception));
	}

}
