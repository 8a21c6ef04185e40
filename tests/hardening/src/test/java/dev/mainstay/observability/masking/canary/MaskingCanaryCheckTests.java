package dev.mainstay.observability.masking.canary;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.MDC;
import org.slf4j.helpers.NOPLoggerFactory;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;
import static dev.mainstay.core.hardening.VerdictAssert.assertThatProbing;

class MaskingCanaryCheckTests {

	private final LoggerContext loggers = new LoggerContext();

	private final MaskingCanaryCheck check = new MaskingCanaryCheck(() -> this.loggers);

	private final ApplicationContextRunner desk = new ApplicationContextRunner();

	private final ApplicationContextRunner production = this.desk.withPropertyValues("spring.profiles.active=prod");

	@BeforeEach
	void asSlf4jDoes() {
		this.loggers.setMDCAdapter(MDC.getMDCAdapter());
	}

	@Test
	void eachAppenderThatWritesThePasswordIsFound() {
		add("CONSOLE", pattern("%d %m%n"));
		add("SHIPPED", new JsonEncoder());
		this.production.run((context) -> assertThatProbing(this.check, context)
			.fails("the appender CONSOLE writes a password", "the appender SHIPPED writes a password"));
	}

	@Test
	void passwordInAnExceptionIsFound() {
		add("CONSOLE", pattern("%d %replace(%m){'password=.*', 'password=***'}%n%ex"));
		this.production.run((context) -> assertThatProbing(this.check, context).fails("CONSOLE"));
	}

	@Test
	void maskingOfTheApplicationPasses() {
		add("CONSOLE", pattern("%replace(%m){'password=.*', 'password=***'}%n%nopex"));
		this.production.run((context) -> assertThatProbing(this.check, context).passes());
	}

	@Test
	void lineWithoutItsMessagePasses() {
		add("CONSOLE", pattern("%d %level %logger%n%nopex"));
		this.production.run((context) -> assertThatProbing(this.check, context).passes());
	}

	@Test
	void logsOfAnotherLibraryOrWithoutAnEncoderAreUnknown() {
		this.production.run((context) -> assertThatProbing(this.check, context).isUnknown());
		MaskingCanaryCheck elsewhere = new MaskingCanaryCheck(NOPLoggerFactory::new);
		this.production.run((context) -> assertThatProbing(elsewhere, context).isUnknown());
	}

	@Test
	void aDeskAndASheetWithoutProbesHaveNothingToCheck() {
		add("CONSOLE", pattern("%d %m%n"));
		this.desk.run((context) -> assertThatProbing(this.check, context).isNotApplicable());
		this.production.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

	private void add(String name, Encoder<ILoggingEvent> encoder) {
		encoder.setContext(this.loggers);
		encoder.start();
		ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
		appender.setContext(this.loggers);
		appender.setName(name);
		appender.setEncoder(encoder);
		this.loggers.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
	}

	private static Encoder<ILoggingEvent> pattern(String pattern) {
		PatternLayoutEncoder encoder = new PatternLayoutEncoder();
		encoder.setPattern(pattern);
		return encoder;
	}

}
