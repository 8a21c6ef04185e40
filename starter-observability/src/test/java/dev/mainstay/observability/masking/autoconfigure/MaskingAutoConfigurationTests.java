package dev.mainstay.observability.masking.autoconfigure;

import java.util.ArrayList;
import java.util.List;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import dev.mainstay.core.masking.TextMasker;
import dev.mainstay.core.mode.FeatureState;
import dev.mainstay.core.mode.FeatureStatus;
import dev.mainstay.core.mode.StartRemark;
import dev.mainstay.observability.logging.MainstayLogFormatter;
import dev.mainstay.observability.logging.autoconfigure.LoggingAutoConfiguration;
import dev.mainstay.observability.masking.EmailPolicy;
import dev.mainstay.observability.masking.MaskingEngine;
import dev.mainstay.observability.masking.MaskingRule;
import dev.mainstay.observability.masking.metrics.MaskingMeters;
import dev.mainstay.observability.masking.metrics.MaskingMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class MaskingAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(MaskingAutoConfiguration.class));

	@Test
	void providesTheEngine() {
		this.runner.run((context) -> {
			assertThat(context.getBean(TextMasker.class).mask("password=a")).isEqualTo("password=[masked]");
			assertThat(context.getBean(FeatureStatus.class).state()).isEqualTo(FeatureState.ON);
		});
	}

	@Test
	void passesFurtherKeysOn() {
		this.runner.withPropertyValues("mainstay.masking.keys=ssn,iban")
			.run((context) -> assertThat(context.getBean(TextMasker.class).mask("iban=a")).isEqualTo("iban=[masked]"));
	}

	@Test
	void backsOffForTheMaskerOfTheApplicationAndNamesIt() {
		this.runner.withBean("own", TextMasker.class, TextMasker::none).run((context) -> {
			assertThat(context).doesNotHaveBean(MaskingEngine.class);
			assertThat(context.getBean(FeatureStatus.class).reason()).startsWith("bean own");
		});
	}

	@Test
	void isDisabledByItsSwitchAndByThatOfMainstay() {
		this.runner.withPropertyValues("mainstay.masking.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(TextMasker.class));
		this.runner.withPropertyValues("mainstay.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(TextMasker.class));
	}

	@Test
	void rejectsAKeyWithoutLettersReadably() {
		this.runner.withPropertyValues("mainstay.masking.keys=ssn,--")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("mainstay.masking.keys is [ssn, --]: '--' has no letter or digit"));
	}

	@Test
	void takesKeysOfAnyScriptAndRejectsWhatNoKeyWouldMatch() {
		this.runner.withPropertyValues("mainstay.masking.keys=contraseña")
			.run((context) -> assertThat(context.getBean(TextMasker.class).mask("contraseña=a"))
				.isEqualTo("contraseña=[masked]"));
		this.runner.withPropertyValues("mainstay.masking.keys=user/iban")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("mainstay.masking.keys is [user/iban]: no key in a log is like 'user/iban'"));
	}

	@Test
	void masksNothingWhereItIsSwitchedOffOnlyAtRunTime() {
		MockEnvironment environment = new MockEnvironment().withProperty("mainstay.masking.enabled", "false");
		TextMasker masker = new MaskingAutoConfiguration()
			.mainstayMaskingEngine(new MaskingProperties(List.of(), EmailPolicy.LOCAL_PART, true), environment);
		assertThat(masker.mask("password=a")).isEqualTo("password=a");
		MaskingStatus status = new MaskingStatus(new StaticListableBeanFactory(), environment, () -> null);
		assertThat(status.state()).isEqualTo(FeatureState.OFF);
		assertThat(status.reason()).isEqualTo("mainstay.masking.enabled=false");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					mainstay.logging.format=json                                                                 |
					mainstay.logging.format=text                                                                 |
					logging.structured.format.console=ecs     | log lines are not masked (logging.structured.format.console=ecs)
					logging.config=own.xml                    | log lines are not masked (logging.config=own.xml)
					mainstay.logging.enabled=false            | log lines are not masked (the format of Mainstay is switched off)
					""")
	void saysWhereLogLinesAreNotMasked(String property, String reason) {
		this.runner.withConfiguration(AutoConfigurations.of(LoggingAutoConfiguration.class))
			.withPropertyValues(property)
			.run((context) -> {
				assertThat(context.getBean(MaskingStatus.class).state()).isEqualTo(FeatureState.ON);
				assertThat(context.getBean(MaskingStatus.class).reason()).isEqualTo(reason);
			});
	}

	@Test
	void knowsThatTheApplicationNamedTheFormatterItself() {
		this.runner.withConfiguration(AutoConfigurations.of(LoggingAutoConfiguration.class))
			.withPropertyValues("mainstay.logging.enabled=false",
					"logging.structured.format.console=" + MainstayLogFormatter.class.getName())
			.run((context) -> assertThat(context.getBean(MaskingStatus.class).reason()).isNull());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			keep       | a@b.org            | a@b.org
			local-part | [masked]@b.org     | a@b.org
			LOCAL_PART | [masked]@b.org     | a@b.org
			all        | [masked]           | a@b.org
			""")
	void masksAddressesAsTheServiceDecidesButNotForCallers(String policy, String masked, String forCaller) {
		this.runner.withPropertyValues("mainstay.masking.email=" + policy).run((context) -> {
			assertThat(context.getBean(TextMasker.class).mask("a@b.org")).isEqualTo(masked);
			assertThat(context.getBean(TextMasker.class).maskForCaller("a@b.org")).isEqualTo(forCaller);
		});
	}

	@Test
	void countsEveryRuleFromTheStart() {
		this.runner.run((context) -> {
			MeterRegistry registry = new SimpleMeterRegistry();
			context.getBean(MaskingMetrics.class).bindTo(registry);
			double before = registry.get("mainstay.masking.masked").tag("rule", "card").functionCounter().count();
			context.getBean(TextMasker.class).mask("4111111111111111 4111111111111111");
			assertThat(registry.get("mainstay.masking.masked").tag("rule", "card").functionCounter().count())
				.isEqualTo(before + 2);
			assertThat(registry.getMeters()).hasSize(MaskingRule.values().length)
				.allMatch((meter) -> meter.getId().getName().equals(MaskingMeters.MASKED.getName()));
		});
	}

	/** The log of this test is text, whatever the properties of the context say. */
	@ParameterizedTest
	@ValueSource(strings = { "mainstay.logging.format=text", "logging.structured.format.console=ecs",
			"logging.config=own.xml", "logging.pattern.console=%m", "mainstay.logging.enabled=false" })
	void theCanaryIsSilentWhereTheApplicationHasChosenTheFormat(String property, CapturedOutput output) {
		this.runner.withConfiguration(AutoConfigurations.of(LoggingAutoConfiguration.class))
			.withPropertyValues(property)
			.run((context) -> assertThat(context.getBean(StartRemark.class).lines()).isEmpty());
		assertThat(output).doesNotContain("Masking does not work");
	}

	@Test
	void theCanaryIsLoudWhereLinesAreSaidToBeMaskedAndAreNot(CapturedOutput output) {
		tryOut("mainstay.logging.format=json");
		assertThat(output).contains("Masking does not work in this configuration").doesNotContain("canary7");
	}

	@ParameterizedTest
	@ValueSource(strings = { "logging.structured.format.console=ecs", "logging.config=own.xml",
			"logging.pattern.console=%m" })
	void theCanaryWarnsOnceWhereAFormatOfTheApplicationShowsSecrets(String property, CapturedOutput output) {
		tryOut(property);
		assertThat(output).containsOnlyOnce("Log lines in a format of the application are not masked")
			.contains("[PLAIN]")
			.doesNotContain("canary7", "Masking does not work");
	}

	@ParameterizedTest
	@ValueSource(strings = { "mainstay.masking.warn-unmasked=false", "mainstay.logging.enabled=false",
			"mainstay.masking.enabled=false" })
	void theCanaryDoesNotWarnOfWhatTheApplicationHasSaidItself(String property, CapturedOutput output) {
		tryOut("logging.pattern.console=%m", property);
		assertThat(output).doesNotContain("made-up");
	}

	private void tryOut(String... properties) {
		LoggerContext loggers = (LoggerContext) LoggerFactory.getILoggerFactory();
		ConsoleAppender<ILoggingEvent> plain = plain(loggers);
		ch.qos.logback.classic.Logger root = loggers.getLogger(Logger.ROOT_LOGGER_NAME);
		List<Appender<ILoggingEvent>> before = new ArrayList<>();
		root.iteratorForAppenders().forEachRemaining(before::add);
		before.forEach(root::detachAppender);
		root.addAppender(plain);
		try {
			this.runner.withConfiguration(AutoConfigurations.of(LoggingAutoConfiguration.class))
				.withPropertyValues(properties)
				.run((context) -> context.getBeansOfType(StartRemark.class).values().forEach(StartRemark::lines));
		}
		finally {
			root.detachAppender(plain);
			before.forEach(root::addAppender);
		}
	}

	@Test
	void theCanaryNamesAMaskerThatMasksNothing(CapturedOutput output) {
		this.runner.withBean("own", TextMasker.class, () -> new Lax())
			.run((context) -> context.getBean(StartRemark.class).lines());
		assertThat(output).contains("came out as it is of the TextMasker " + Lax.class.getName());
	}

	@Test
	void theCanaryIsSilentWhereMaskingIsSwitchedOffOnlyAtRunTime(CapturedOutput output) {
		MockEnvironment environment = new MockEnvironment().withProperty("mainstay.masking.enabled", "false");
		StaticListableBeanFactory beans = new StaticListableBeanFactory();
		new MaskingAutoConfiguration()
			.mainstayMaskingCanary(beans.getBeanProvider(TextMasker.class), environment,
					beans.getBeanProvider(FeatureStatus.class))
			.lines();
		assertThat(output).doesNotContain("made-up");
	}

	/** Whatever other tests have left of the logging of this JVM. */
	private static ConsoleAppender<ILoggingEvent> plain(LoggerContext loggers) {
		PatternLayoutEncoder encoder = new PatternLayoutEncoder();
		encoder.setContext(loggers);
		encoder.setPattern("%m%n");
		encoder.start();
		ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
		appender.setContext(loggers);
		appender.setName("PLAIN");
		appender.setEncoder(encoder);
		appender.start();
		return appender;
	}

	static final class Lax implements TextMasker {

		@Override
		public String mask(String text) {
			return text;
		}

	}

}
