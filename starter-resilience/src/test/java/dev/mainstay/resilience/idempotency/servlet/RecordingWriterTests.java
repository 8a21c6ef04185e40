package dev.mainstay.resilience.idempotency.servlet;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

class RecordingWriterTests {

	/** What calls another public method, without a monitor of its own. */
	private static final Set<String> DELEGATING = Set.of("print", "printf", "append", "checkError");

	private final RecordingResponse response = new RecordingResponse(new MockHttpServletRequest(),
			new MockHttpServletResponse(), 10_000, () -> {
			});

	private String written(Consumer<PrintWriter> what) {
		PrintWriter writer = new RecordingWriter(this.response, StandardCharsets.UTF_8);
		what.accept(writer);
		return new String(this.response.body(), StandardCharsets.UTF_8);
	}

	@Test
	void writesWhatAnyPrintWriterWrites() {
		Consumer<PrintWriter> everything = (writer) -> {
			writer.println();
			writer.println(true);
			writer.println('ü');
			writer.println(1);
			writer.println(2L);
			writer.println(1.5f);
			writer.println(2.5);
			writer.println(new char[] { 'a', 'b' });
			writer.println("text");
			writer.println((String) null);
			writer.println((Object) null);
			writer.write('x');
			writer.write("chars".toCharArray());
			writer.write("substring", 3, 6);
			writer.append('y').append("z").append("-sub-", 1, 4);
			writer.printf("%s %d%n", "formatted", 1).format(Locale.GERMANY, "%.1f", 1.5);
			writer.print("\ud83d");
			writer.print("\ude00");
		};
		StringWriter expected = new StringWriter();
		everything.accept(new PrintWriter(expected));
		assertThat(written(everything)).isEqualTo(expected.toString());
	}

	@Test
	void nothingIsWrittenInTheMonitorOfAPrintWriter() {
		assertThat(Arrays.stream(PrintWriter.class.getDeclaredMethods())
			.filter((method) -> Modifier.isPublic(method.getModifiers()) && !method.isBridge() && !method.isSynthetic())
			.filter((method) -> !DELEGATING.contains(method.getName()))
			// These call the ones with an offset.
			.filter((method) -> !(method.getName().equals("write") && method.getParameterCount() == 1
					&& method.getParameterTypes()[0] != int.class)))
			.allSatisfy((method) -> assertThat(
					RecordingWriter.class.getDeclaredMethod(method.getName(), method.getParameterTypes()))
				.isNotNull());
	}

	@Test
	void writingAfterTheEndIsAnError() {
		PrintWriter writer = new RecordingWriter(this.response, StandardCharsets.UTF_8);
		writer.print("a");
		writer.close();
		writer.print("b");
		assertThat(writer.checkError()).isTrue();
		assertThat(new String(this.response.body(), StandardCharsets.UTF_8)).isEqualTo("a");
	}

}
