package dev.mainstay.core.hardening.transport;

import dev.mainstay.core.mode.autoconfigure.LadderAutoConfiguration;
import dev.mainstay.resilience.http.autoconfigure.CallPolicyAutoConfiguration;
import dev.mainstay.resilience.http.autoconfigure.HttpClientAutoConfiguration;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.client.autoconfigure.imperative.ImperativeHttpClientAutoConfiguration;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.restclient.RestTemplateBuilder;
import org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration;
import org.springframework.boot.restclient.autoconfigure.RestTemplateAutoConfiguration;
import org.springframework.boot.restclient.autoconfigure.RestTemplateObservationAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;

class HandBuiltClientsCheckTests {

	private final HandBuiltClientsCheck check = new HandBuiltClientsCheck();

	private final ApplicationContextRunner plain = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ImperativeHttpClientAutoConfiguration.class,
				RestTemplateAutoConfiguration.class, RestClientAutoConfiguration.class));

	private final ApplicationContextRunner observed = this.plain
		.withConfiguration(AutoConfigurations.of(RestTemplateObservationAutoConfiguration.class,
				ObservationAutoConfiguration.class))
		.withBean(ObservationRegistry.class, ObservationRegistry::create);

	private final ApplicationContextRunner resilient = this.plain.withConfiguration(AutoConfigurations
		.of(LadderAutoConfiguration.class, CallPolicyAutoConfiguration.class, HttpClientAutoConfiguration.class));

	@Test
	void aTemplateByHandIsFound() {
		this.observed.withBean("payments", RestTemplate.class, RestTemplate::new)
			.run((context) -> assertThatLooking(this.check, context).fails("RestTemplate payments"));
	}

	@Test
	void aTemplateOfTheBuilderPasses() {
		this.observed.withUserConfiguration(Built.class)
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void aClientByHandIsFoundBesideOneOfTheBuilder() {
		this.resilient.withUserConfiguration(Built.class, BuiltClient.class)
			.withBean("orders", RestClient.class, () -> RestClient.create())
			.run((context) -> assertThatLooking(this.check, context).fails("RestClient orders"));
	}

	@Test
	void clientsOfTheBuilderPass() {
		this.resilient.withUserConfiguration(Built.class, BuiltClient.class)
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void whereNothingLeavesATraceItIsUnknown() {
		this.plain.withBean("payments", RestTemplate.class, RestTemplate::new)
			.run((context) -> assertThatLooking(this.check, context).isUnknown());
	}

	@Test
	void anApplicationWithoutClientsHasNothingToCheck() {
		this.observed.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

	@Configuration(proxyBeanMethods = false)
	static class Built {

		@Bean
		RestTemplate template(RestTemplateBuilder builder) {
			return builder.build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class BuiltClient {

		@Bean
		RestClient client(RestClient.Builder builder) {
			return builder.baseUrl("https://payments.example.org").build();
		}

	}

}
