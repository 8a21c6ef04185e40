package dev.mainstay.resilience.http.autoconfigure;

import dev.mainstay.core.mode.Ladder;
import dev.mainstay.core.mode.autoconfigure.LadderAutoConfiguration;
import dev.mainstay.core.mode.autoconfigure.ModeAutoConfiguration;
import dev.mainstay.resilience.call.Resilience;
import dev.mainstay.resilience.call.Resilient;
import dev.mainstay.resilience.call.autoconfigure.CallAutoConfiguration;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.autoconfigure.imperative.ImperativeHttpClientAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The rule of the circuit breakers is shown where something can break it.
 */
class PolicyUseTests {

	private final ApplicationContextRunner withoutClients = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(LadderAutoConfiguration.class, ModeAutoConfiguration.class,
				CallPolicyAutoConfiguration.class, CallAutoConfiguration.class));

	private final ApplicationContextRunner contextRunner = this.withoutClients.withConfiguration(
			AutoConfigurations.of(HttpClientAutoConfiguration.class, ImperativeHttpClientAutoConfiguration.class,
					org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration.class));

	@Test
	void anApplicationWithoutClientsHasNothingThatBreaksTheRule() {
		this.withoutClients.run((context) -> assertThat(isApplicable(context)).isFalse());
		this.withoutClients.withConfiguration(AutoConfigurations.of(HttpClientAutoConfiguration.class))
			.withClassLoader(new FilteredClassLoader("org.springframework.boot.http.client"))
			.run((context) -> assertThat(isApplicable(context)).isFalse());
	}

	@Test
	void aClientCanBreakIt() {
		this.contextRunner.run((context) -> assertThat(isApplicable(context)).isTrue());
	}

	@Test
	void aClientOfTheApplicationsOwnCannot() {
		this.contextRunner.withBean(ClientHttpRequestFactoryBuilder.class, ClientHttpRequestFactoryBuilder::simple)
			.run((context) -> assertThat(isApplicable(context)).isFalse());
	}

	@Test
	void aBeanWithTheEngineCan() {
		this.withoutClients.withBean(Asking.class).run((context) -> assertThat(isApplicable(context)).isTrue());
	}

	@Test
	void anAnnotatedMethodCan() {
		this.withoutClients.withBean(Annotated.class).run((context) -> assertThat(isApplicable(context)).isTrue());
	}

	@Test
	void whoeverHasCalledCan() {
		this.withoutClients.run((context) -> {
			context.getBean(Resilience.class).call("ledger", () -> "done");
			assertThat(isApplicable(context)).isTrue();
		});
	}

	private static boolean isApplicable(ApplicationContext context) {
		return context.getBean(Ladder.class)
			.rules()
			.stream()
			.filter((rule) -> rule.name().equals("http-client.breaker"))
			.findFirst()
			.orElseThrow()
			.isApplicable();
	}

	record Asking(Resilience resilience) {

	}

	static class Annotated {

		@Resilient("ledger")
		public String call() {
			return "done";
		}

	}

}
