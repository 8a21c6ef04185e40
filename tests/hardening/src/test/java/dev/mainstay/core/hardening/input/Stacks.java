package dev.mainstay.core.hardening.input;

import dev.mainstay.core.mode.autoconfigure.LadderAutoConfiguration;
import dev.mainstay.core.mode.autoconfigure.ModeAutoConfiguration;
import dev.mainstay.core.problem.autoconfigure.ProblemAutoConfiguration;
import dev.mainstay.core.validation.autoconfigure.BodyLimitsAutoConfiguration;
import dev.mainstay.core.validation.autoconfigure.JsonInputAutoConfiguration;
import dev.mainstay.core.validation.autoconfigure.MissingValidAutoConfiguration;
import dev.mainstay.core.validation.autoconfigure.PagingAutoConfiguration;
import dev.mainstay.core.validation.autoconfigure.ValidationRulesAutoConfiguration;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.codec.autoconfigure.CodecsAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.WebFluxAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;

/**
 * The web stacks of an application, with and without Mainstay's part in them.
 */
final class Stacks {

	static final AutoConfigurations MAINSTAY = AutoConfigurations.of(LadderAutoConfiguration.class,
			ModeAutoConfiguration.class, ProblemAutoConfiguration.class, ValidationRulesAutoConfiguration.class,
			MissingValidAutoConfiguration.class, BodyLimitsAutoConfiguration.class, JsonInputAutoConfiguration.class,
			PagingAutoConfiguration.class);

	private Stacks() {
	}

	static WebApplicationContextRunner servlet() {
		return new WebApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(DispatcherServletAutoConfiguration.class,
					WebMvcAutoConfiguration.class, HttpMessageConvertersAutoConfiguration.class,
					JacksonAutoConfiguration.class, ValidationAutoConfiguration.class));
	}

	static ReactiveWebApplicationContextRunner reactive() {
		return new ReactiveWebApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(WebFluxAutoConfiguration.class, CodecsAutoConfiguration.class,
					JacksonAutoConfiguration.class, ValidationAutoConfiguration.class));
	}

}
