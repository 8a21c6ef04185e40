package dev.mainstay.core.validation.autoconfigure;

import dev.mainstay.core.mode.Ladder;
import dev.mainstay.core.mode.Mode;
import dev.mainstay.core.mode.autoconfigure.LadderAutoConfiguration;
import dev.mainstay.core.validation.uploads.FileNames;
import dev.mainstay.core.validation.uploads.reactive.FileNamesWebFilter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.web.servlet.DispatcherServlet;

import static org.assertj.core.api.Assertions.assertThat;

class FileNamesAutoConfigurationTests {

	private static final String INTERCEPTOR = "mainstayFileNamesInterceptor";

	private static final AutoConfigurations CONFIGURATIONS = AutoConfigurations.of(FileNamesAutoConfiguration.class,
			ValidationRulesAutoConfiguration.class, LadderAutoConfiguration.class);

	private final WebApplicationContextRunner contextRunner = new WebApplicationContextRunner()
		.withConfiguration(CONFIGURATIONS);

	@Test
	void looksAtFilesByDefault() {
		this.contextRunner.run((context) -> {
			assertThat(context).hasBean(INTERCEPTOR).doesNotHaveBean(FileNamesWebFilter.class);
			assertThat(context.getBean(FileNames.class).isActive()).isTrue();
		});
		new ReactiveWebApplicationContextRunner().withConfiguration(CONFIGURATIONS)
			.run((context) -> assertThat(context).hasSingleBean(FileNamesWebFilter.class).doesNotHaveBean(INTERCEPTOR));
	}

	@Test
	void theRungReachesTheRule() {
		this.contextRunner.withPropertyValues("mainstay.validation.file-names=off")
			.run((context) -> assertThat(context.getBean(FileNames.class).isActive()).isFalse());
	}

	@Test
	void backsOffForOneOfTheApplication() {
		FileNames own = new FileNames(new Ladder(Mode.REPORT).rule("own", null));
		this.contextRunner.withBean("own", FileNames.class, () -> own)
			.run((context) -> assertThat(context.getBean(FileNames.class)).isSameAs(own));
	}

	@Test
	void thereIsNoInterceptorWithoutSpringMvc() {
		this.contextRunner.withClassLoader(new FilteredClassLoader(DispatcherServlet.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(INTERCEPTOR));
	}

	@ParameterizedTest
	@ValueSource(strings = { "mainstay.enabled=false", "mainstay.validation.enabled=false" })
	void theSwitchesTakeItAway(String property) {
		this.contextRunner.withPropertyValues(property)
			.run((context) -> assertThat(context).doesNotHaveBean(FileNames.class).doesNotHaveBean(INTERCEPTOR));
	}

}
