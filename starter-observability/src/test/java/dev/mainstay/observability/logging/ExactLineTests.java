package dev.mainstay.observability.logging;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

import ch.qos.logback.classic.Logger;
import net.logstash.logback.argument.StructuredArguments;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;
import tools.jackson.databind.JsonNode;

import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is written character by character, which a parsed line would not show.
 */
class ExactLineTests {

	private final MainstayLogFormatter formatter = new MainstayLogFormatter(new MockEnvironment());

	@AfterEach
	void clearMdc() {
		MDC.clear();
	}

	@ParameterizedTest
	@ValueSource(strings = { "12345678901234567.89", "10.00", "0.1", "-1234567890123456789012345678901234567890" })
	void aDecimalKeepsEveryDigit(String amount) {
		assertThat(line((logger) -> logger.info("a", StructuredArguments.kv("amount", new BigDecimal(amount)))))
			.contains("\"attributes\":{\"amount\":" + amount + "}");
		assertThat(line((logger) -> logger.atInfo().addKeyValue("amount", new BigDecimal(amount)).log("a")))
			.contains("\"attributes\":{\"amount\":" + amount + "}");
	}

	@Test
	void halfASurrogatePairIsReplaced() {
		MDC.put("k\ud83d", "v\ude00");
		String line = line((logger) -> logger.atError()
			.setCause(new IllegalStateException("e \ude00"))
			.addKeyValue("a\ud83d", "b\ud83d")
			.log("m \ud83d\ud83d\ude00 \ude00"));
		assertThat(line).doesNotContain("\\u")
			.contains("m \ufffd\ud83d\ude00 \ufffd", "\"k\ufffd\":\"v\ufffd\"", "\"a\ufffd\":\"b\ufffd\"", "e \ufffd");
		assertThat(line((logger) -> logger.info("\ud83d\ude00"))).contains("\"message\":\"\ud83d\ude00\"");
	}

	@Test
	void halfASurrogatePairIsReplacedWhereTheEventCannotBeRead() {
		UnreadableEvent event = new UnreadableEvent();
		event.setLoggerName("l\ud83d");
		assertThat(this.formatter.format(event)).contains("\"logger_name\":\"l\ufffd\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "US-ASCII", "ISO-8859-1", "windows-1252", "UTF-16LE", "IBM1047" })
	void everyCharsetGetsTheSameLine(String name) {
		Charset charset = Charset.forName(name);
		for (String message : new String[] { "plain", "gr\u00f6\u00dfer \ud83d\ude00" }) {
			byte[] bytes = this.formatter.formatAsBytes(LoggedLine.event((logger) -> logger.info(message)), charset);
			JsonNode line = LogSchema.parse(new String(bytes, charset));
			assertThat(line.path("message").asString()).isEqualTo(message);
		}
	}

	@Test
	void aLineOfAsciiIsNotCopied() {
		byte[] ascii = "{\"a\":1}".getBytes(StandardCharsets.US_ASCII);
		assertThat(AsciiJson.encode(ascii, StandardCharsets.ISO_8859_1)).isSameAs(ascii);
		assertThat(AsciiJson.encode("\u00fc".getBytes(StandardCharsets.UTF_8), StandardCharsets.US_ASCII))
			.asString(StandardCharsets.US_ASCII)
			.isEqualTo("\\u00fc");
	}

	@Test
	void aPasswordThatSpringBootMadeUpIsShown() {
		String message = "%n%nUsing generated security password: %s%n%nThis generated".formatted("8e557245-73e2");
		String logger = "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration";
		assertThat(line((any) -> any.getLoggerContext().getLogger(logger).warn(message))).contains("8e557245-73e2");
		assertThat(line((any) -> any.warn(message))).doesNotContain("8e557245-73e2");
		assertThat(line((any) -> any.getLoggerContext().getLogger(logger).warn("password=hunter2")))
			.doesNotContain("hunter2");
	}

	private String line(Consumer<Logger> logging) {
		String line = this.formatter.format(LoggedLine.event(logging));
		assertThat(LogSchema.load().violations(line)).isEmpty();
		return line;
	}

}
