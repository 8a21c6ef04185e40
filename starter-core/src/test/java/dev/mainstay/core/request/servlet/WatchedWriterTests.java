package dev.mainstay.core.request.servlet;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

import dev.mainstay.core.request.AnswerHeads;
import dev.mainstay.core.request.Peer;
import dev.mainstay.core.request.RequestExchange;
import dev.mainstay.core.request.RequestLifecycle;
import dev.mainstay.core.request.RequestOrigin;
import dev.mainstay.core.request.RequestStart;
import dev.mainstay.core.request.TrustedProxies;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

class WatchedWriterTests {

	private final StringWriter target = new StringWriter();

	private final PrintWriter delegate = new PrintWriter(this.target) {

		@Override
		public void write(String text, int offset, int length) {
			assertThat(Thread.holdsLock(this)).as("written under the lock").isFalse();
			super.write(text, offset, length);
		}

		@Override
		public void write(char[] chars, int offset, int length) {
			assertThat(Thread.holdsLock(this)).as("written under the lock").isFalse();
			super.write(chars, offset, length);
		}

	};

	static List<Consumer<PrintWriter>> linesAndFormats() {
		return List.of((writer) -> writer.println("text"), (writer) -> writer.println(true),
				(writer) -> writer.println('c'), (writer) -> writer.println(1), (writer) -> writer.println(2L),
				(writer) -> writer.println(1.5f), (writer) -> writer.println(2.5d),
				(writer) -> writer.println("chars".toCharArray()), (writer) -> writer.println((Object) null),
				(writer) -> writer.println((String) null), (writer) -> writer.format("%s %d", "a", 1),
				(writer) -> writer.format(Locale.GERMANY, "%.1f", 1.5), (writer) -> writer.printf("%x", 255),
				(writer) -> writer.append("appended").append('c'));
	}

	@ParameterizedTest
	@MethodSource("linesAndFormats")
	void writesAsAnyPrintWriterDoesButOutsideOfItsLock(Consumer<PrintWriter> call) {
		StringWriter expected = new StringWriter();
		call.accept(new PrintWriter(expected));
		call.accept(writer(new MockHttpServletResponse()));
		assertThat(this.target).hasToString(expected.toString());
	}

	@Test
	void aLineIsCountedWithItsEnd() throws IOException {
		MockHttpServletResponse response = new MockHttpServletResponse();
		response.setBufferSize(10);
		PrintWriter writer = writer(response);
		writer.print("12345678");
		assertThat(response.getHeader("X-Complete")).isNull();
		writer.println();
		assertThat(response.getHeader("X-Complete")).isEqualTo("yes");
	}

	private PrintWriter writer(HttpServletResponse response) {
		RequestExchange exchange = new RequestLifecycle(List::of, TrustedProxies.none())
			.begin(new RequestStart("GET", "/", Peer.unknown(), RequestOrigin.APPLICATION, 0));
		AnswerHeads heads = new AnswerHeads(null, () -> List.of((head) -> head.setHeader("X-Complete", "yes")));
		HeadWatch head = new HeadWatch(exchange, heads, new MockHttpServletRequest(),
				new HttpServletResponseWrapper(response));
		return new WatchedWriter(head, this.delegate, 1);
	}

}
