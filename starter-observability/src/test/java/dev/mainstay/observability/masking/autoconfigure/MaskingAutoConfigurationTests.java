package dev.mainstay.observability.masking.autoconfigure;

import java.util.List;

import dev.mainstay.core.masking.TextMasker;
import dev.mainstay.core.mode.FeatureState;
import dev.mainstay.core.mode.FeatureStatus;
import dev.mainstay.observability.logging.MainstayLogFormatter;
import dev.mainstay.observability.logging.autoconfigure.LoggingAutoConfiguration;
import dev.mainstay.observability.masking.MaskingEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

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
		TextMasker masker = new MaskingAutoConfiguration().mainstayMaskingEngine(new MaskingProperties(List.of()),
				environment);
		assertThat(masker.mask("password=a")).isEqualTo("password=a");
		MaskingStatus status = new MaskingStatus(new StaticListableBeanFactory(), environment, () -> null);
		assertThat(status.state()).isEqualTo(FeatureState.OFF);
		assertThat(status.reason()).isEqualTo("mainstay.masking.enabled=false");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					mainstay.logging.format=json                                                                 |
					mainstay.logging.format=text              | log lines are not masked (mainstay.logging.format=text)
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

}
