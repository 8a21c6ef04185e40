package dev.mainstay.observability.masking.autoconfigure;

import dev.mainstay.core.masking.TextMasker;
import dev.mainstay.core.mode.FeatureState;
import dev.mainstay.core.mode.FeatureStatus;
import dev.mainstay.observability.masking.MaskingEngine;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

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
				.hasMessageContaining("mainstay.masking.keys contains '--'"));
	}

	@Test
	void takesKeysOfAnyScriptAndRejectsWhatNoKeyWouldMatch() {
		this.runner.withPropertyValues("mainstay.masking.keys=contraseña")
			.run((context) -> assertThat(context.getBean(TextMasker.class).mask("contraseña=a"))
				.isEqualTo("contraseña=[masked]"));
		this.runner.withPropertyValues("mainstay.masking.keys=user/iban")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("mainstay.masking.keys contains 'user/iban'"));
	}

}
