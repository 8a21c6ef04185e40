package dev.mainstay.observability.logging;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import net.logstash.logback.argument.StructuredArguments;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;

import org.springframework.core.env.Environment;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

class MaskedTextLayoutTests {

	private static final String SECRET = "hunter" + 2;

	private static final String PATTERN = "%p [%t] %c{1} %X %kvp : %m%n%wEx";

	private final MockEnvironment environment = new MockEnvironment();

	@AfterEach
	void clearMdc() {
		MDC.clear();
		Thread.currentThread().setName("main");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a\nb", "a\r\nb", "a\rb", "a\u001b[2Kb", "a\u0085b", "a\u2028b", "a\u2029b", "a\u202eb",
			"a\u0000b", "a\u009bb", "a\u000bb" })
	void writesOneLineWhateverTheCallerSends(String hostile) {
		MDC.put("user", hostile);
		MDC.put(hostile, "x");
		Thread.currentThread().setName(hostile);
		for (boolean fold : new boolean[] { true, false }) {
			String text = text(PATTERN, fold,
					(logger) -> logger.atInfo()
						.addKeyValue("key", hostile)
						.addKeyValue(hostile, List.of(hostile))
						.log(hostile));
			assertThat(text).endsWith("\n").contains("a\\");
			assertThat(text.stripTrailing().chars()).allMatch((c) -> c >= ' ' && c < 0x7f);
		}
	}

	@Test
	void leavesPlainTextAsSpringBootWritesIt() {
		assertThat(text("%-5p --- %-10.10logger : %m%n%wEx", true,
				(logger) -> logger.warn("Grüße\tan {} – 日本 🎉", "alle")))
			.isEqualTo("WARN  --- a.b.C      : Grüße\tan alle – 日本 🎉\n");
	}

	@Test
	void masksEveryPart() {
		MDC.put("api-key", SECRET);
		Thread.currentThread().setName("worker token=" + SECRET);
		Exception cause = new IllegalStateException("password=" + SECRET);
		cause.addSuppressed(new IllegalStateException("{\"token\":\"" + SECRET + "\"}"));
		String text = text(PATTERN, true,
				(logger) -> logger.atError()
					.addKeyValue("password", SECRET)
					.addKeyValue("nested", Map.of("client_secret", SECRET))
					.setCause(new RuntimeException("Authorization: Bearer " + SECRET, cause))
					.log("login with password={} {}", SECRET, StructuredArguments.kv("token", SECRET)));
		assertThat(text).doesNotContain(SECRET).contains("[masked]", "Suppressed: ", "Caused by: ");
	}

	@Test
	void masksTheKeysOfTheApplicationAndNothingIfSwitchedOff() {
		this.environment.setProperty("mainstay.masking.keys", "loyalty");
		assertThat(text(PATTERN, true, (logger) -> logger.info("loyalty=abc"))).contains("loyalty=[masked]");
		this.environment.setProperty("mainstay.masking.enabled", "false");
		assertThat(text(PATTERN, true, (logger) -> logger.info("loyalty=abc\nx"))).contains("loyalty=abc\\nx");
	}

	@Test
	void foldsTheStackTraceOntoTheLine() {
		Exception failure = new IllegalStateException("a\nb", new IllegalArgumentException("c"));
		String text = text("%m%n%wEx", true, (logger) -> logger.error("Failed", failure));
		assertThat(text.strip().lines()).hasSize(1);
		assertThat(text).startsWith("Failed | java.lang.IllegalStateException: a\\nb | at dev.mainstay.")
			.contains(" | Caused by: java.lang.IllegalArgumentException: c | ")
			.endsWith("common frames omitted\n");
	}

	@Test
	void givesFramesLinesOfTheirOwnIfAskedForButNotWhatACallerSent() {
		String forged = "a\n2026-01-01 INFO forged";
		String text = text("%m%n%wEx", false, (logger) -> logger.error(forged, new IllegalStateException(forged)));
		assertThat(text.lines()).hasSizeGreaterThan(5).noneMatch((line) -> line.startsWith("2026"));
		assertThat(text.lines().filter((line) -> line.startsWith("\tat "))).hasSizeGreaterThan(3);
		assertThat(text.lines()).contains("java.lang.IllegalStateException: a\\n2026-01-01 INFO forged");
	}

	@Test
	void masksAnExceptionThatThePatternDoesNotName() {
		String text = text("%m%n", true, (logger) -> logger.error("a", new RuntimeException("password=" + SECRET)));
		assertThat(text).startsWith("a | java.lang.RuntimeException: password=[masked] | at ");
	}

	@Test
	void readsThePartsOfThePatternAsLogbackDoes() {
		MDC.put("requestId", "r-1");
		MDC.put("traceId", "t-1");
		Exception failure = new IllegalStateException("a");
		assertThat(text("%ids%X{requestId} %X{b:-none} %ex{1} %nopex%n", true, (logger) -> logger.info("x", failure)))
			.startsWith("[request_id=r-1 trace_id=t-1] r-1 none java.lang.IllegalStateException: a | at dev.");
		assertThat(text("%rEx{short}", true, (logger) -> logger.info("x", new RuntimeException(failure))))
			.startsWith("java.lang.IllegalStateException: a");
	}

	@Test
	void leavesTheReportOfAFailedStartABlock() {
		String text = text("%m%n", true,
				(logger) -> ((LoggerContext) logger.getLoggerContext())
					.getLogger("org.springframework.boot.diagnostics.LoggingFailureAnalysisReporter")
					.error("\n\n***\nAPPLICATION FAILED TO START\u001b[1m"));
		assertThat(text.lines()).contains("***", "APPLICATION FAILED TO START\\u001b[1m");
	}

	@Test
	void writesALineForAnEventThatCannotBeRead() {
		MaskedTextLayout layout = layout("%m %X%n", true);
		assertThat(layout.doLayout(new UnreadableEvent())).endsWith("\n").contains("ERROR a.b.C : password=[masked]");
	}

	private String text(String pattern, boolean fold, Consumer<Logger> logging) {
		return layout(pattern, fold).doLayout(LoggedLine.event(logging));
	}

	private MaskedTextLayout layout(String pattern, boolean fold) {
		LoggerContext context = new LoggerContext();
		context.putObject(Environment.class.getName(), this.environment);
		MaskedTextLayout layout = new MaskedTextLayout();
		layout.setContext(context);
		layout.setPattern(pattern);
		layout.setFoldStackTrace(fold);
		layout.start();
		return layout;
	}

}
