package dev.mainstay.observability.logging;

import ch.qos.logback.classic.AsyncAppender;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import dev.mainstay.core.mode.FeatureStatus;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.helpers.NOPLoggerFactory;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;

class StructuredLoggingCheckTests {

	private static final String TEXT = "%d %m%n";

	private final LoggerContext loggers = new LoggerContext();

	private final StructuredLoggingCheck check = new StructuredLoggingCheck(() -> this.loggers);

	private final ApplicationContextRunner desk = new ApplicationContextRunner();

	private final ApplicationContextRunner production = this.desk.withPropertyValues("spring.profiles.active=prod");

	@Test
	void textIsFound() {
		add(appender("CONSOLE", pattern(TEXT)));
		this.production
			.run((context) -> assertThatLooking(this.check, context).fails("the appender CONSOLE writes text"));
	}

	@Test
	void textThatIsWrittenLaterIsFoundWithItsReason() {
		AsyncAppender async = new AsyncAppender();
		async.addAppender(appender("LATER", pattern(TEXT)));
		add(async);
		this.production
			.withBean(FeatureStatus.class, () -> FeatureStatus.backedOff("logging", "classpath:logback-spring.xml"))
			.run((context) -> assertThatLooking(this.check, context)
				.fails("the appender LATER writes text (classpath:logback-spring.xml)"));
	}

	@Test
	void whoOnlyListensMakesNoLines() {
		add(appender("CONSOLE", pattern(TEXT)));
		add(new Listening());
		this.production
			.run((context) -> assertThatLooking(this.check, context).fails("the appender CONSOLE writes text"));
	}

	@Test
	void jsonPasses() {
		add(appender("CONSOLE", new JsonEncoder()));
		this.production.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void textBesideJsonPasses() {
		add(appender("CONSOLE", pattern(TEXT)));
		add(appender("SHIPPED", new JsonEncoder()));
		this.production.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void aPatternOfJsonPasses() {
		add(appender("CONSOLE", pattern("{\"message\":\"%m\"}%n")));
		this.production.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void aDeskReadsText() {
		add(appender("CONSOLE", pattern(TEXT)));
		this.desk.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

	@Test
	void aTerminalShowsText() {
		add(appender("CONSOLE", pattern(TEXT)));
		this.production.withBean(FeatureStatus.class, () -> FeatureStatus.notApplicable("logging", "a terminal"))
			.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

	@Test
	void anOtherLoggingSystemIsUnknownUnlessItsFormatIsSet() {
		StructuredLoggingCheck other = new StructuredLoggingCheck(NOPLoggerFactory::new);
		this.production.run((context) -> assertThatLooking(other, context).isUnknown());
		this.production.withPropertyValues("logging.structured.format.console=ecs")
			.run((context) -> assertThatLooking(other, context).passes());
	}

	private void add(Appender<ILoggingEvent> appender) {
		this.loggers.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
	}

	private static Appender<ILoggingEvent> appender(String name, Encoder<ILoggingEvent> encoder) {
		ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
		appender.setName(name);
		appender.setEncoder(encoder);
		return appender;
	}

	private PatternLayoutEncoder pattern(String pattern) {
		PatternLayoutEncoder encoder = new PatternLayoutEncoder();
		encoder.setContext(this.loggers);
		encoder.setPattern(pattern);
		encoder.start();
		return encoder;
	}

	private static final class Listening extends AppenderBase<ILoggingEvent> implements SilentAppender {

		@Override
		protected void append(ILoggingEvent event) {
			// It was only to be known.
		}

	}

}
