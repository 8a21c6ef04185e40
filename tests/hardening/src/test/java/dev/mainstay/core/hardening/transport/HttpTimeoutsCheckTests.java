package dev.mainstay.core.hardening.transport;

import java.time.Duration;

import dev.mainstay.core.mode.autoconfigure.LadderAutoConfiguration;
import dev.mainstay.resilience.http.autoconfigure.CallPolicyAutoConfiguration;
import dev.mainstay.resilience.http.autoconfigure.HttpClientAutoConfiguration;
import dev.mainstay.resilience.http.autoconfigure.HttpClientDefaultsAutoConfiguration;
import dev.mainstay.resilience.http.autoconfigure.ReactiveHttpClientAutoConfiguration;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.autoconfigure.imperative.ImperativeHttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.service.HttpServiceClientPropertiesAutoConfiguration;
import org.springframework.boot.restclient.RestClientCustomizer;
import org.springframework.boot.restclient.RestTemplateBuilder;
import org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration;
import org.springframework.boot.restclient.autoconfigure.RestTemplateAutoConfiguration;
import org.springframework.boot.restclient.autoconfigure.service.HttpServiceClientAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.registry.ImportHttpServices;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;

class HttpTimeoutsCheckTests {

	private static final String[] TIMEOUTS = { "spring.http.clients.connect-timeout=2s",
			"spring.http.clients.read-timeout=10s" };

	private final HttpTimeoutsCheck check = new HttpTimeoutsCheck();

	private final ApplicationContextRunner runner = new ApplicationContextRunner().withConfiguration(
			AutoConfigurations.of(org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration.class,
					ImperativeHttpClientAutoConfiguration.class, RestTemplateAutoConfiguration.class,
					RestClientAutoConfiguration.class, HttpServiceClientPropertiesAutoConfiguration.class,
					HttpServiceClientAutoConfiguration.class));

	@Test
	void theBuilderAsItComesIsFoundWhereItIsUsed() {
		this.runner.withUserConfiguration(Client.class)
			.run((context) -> assertThatLooking(this.check, context)
				.fails("RestClient.Builder of payments: spring.http.clients.connect-timeout and read-timeout not set"));
	}

	@Test
	void aBuilderThatIsAskedForLaterIsFound() {
		this.runner.withUserConfiguration(LateClient.class)
			.withPropertyValues("spring.http.clients.connect-timeout=2s")
			.run((context) -> assertThatLooking(this.check, context)
				.fails("RestClient.Builder of the application: spring.http.clients.read-timeout not set"));
	}

	@Test
	void aGroupOfServicesIsFound() {
		this.runner.withUserConfiguration(Services.class)
			.run((context) -> assertThatLooking(this.check, context).fails("group stock"));
	}

	@Test
	void aGroupWithTimeoutsOfItsOwnPasses() {
		this.runner.withUserConfiguration(Services.class)
			.withPropertyValues("spring.http.serviceclient.stock.connect-timeout=2s",
					"spring.http.serviceclient.stock.read-timeout=10s")
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void timeoutsForAllClientsPass() {
		this.runner.withUserConfiguration(LateClient.class, Services.class)
			.withPropertyValues(TIMEOUTS)
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void thoseOfMainstayPass() {
		this.runner.withUserConfiguration(Client.class, Services.class)
			.withConfiguration(AutoConfigurations.of(LadderAutoConfiguration.class, CallPolicyAutoConfiguration.class,
					HttpClientAutoConfiguration.class, HttpClientDefaultsAutoConfiguration.class))
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void aReactiveClientWithThoseOfMainstayPasses() {
		ApplicationContextRunner reactive = new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(
				org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration.class,
				org.springframework.boot.http.client.autoconfigure.reactive.ReactiveHttpClientAutoConfiguration.class,
				WebClientAutoConfiguration.class))
			.withUserConfiguration(ReactiveClient.class);
		reactive.run((context) -> assertThatLooking(this.check, context).isUnknown());
		reactive.withPropertyValues(TIMEOUTS).run((context) -> assertThatLooking(this.check, context).passes());
		reactive
			.withConfiguration(AutoConfigurations.of(LadderAutoConfiguration.class, CallPolicyAutoConfiguration.class,
					HttpClientAutoConfiguration.class, ReactiveHttpClientAutoConfiguration.class))
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void aReactiveBuilderOfTheApplicationIsUnknown() {
		this.runner.withUserConfiguration(ReactiveClient.class)
			.withBean("webClientBuilder", WebClient.Builder.class, WebClient::builder)
			.run((context) -> assertThatLooking(this.check, context).isUnknown());
	}

	@Test
	void aTemplateThatMayHaveItsOwnIsUnknown() {
		this.runner.withUserConfiguration(Template.class)
			.run((context) -> assertThatLooking(this.check, context).isUnknown());
	}

	@Test
	void aClientByHandIsUnknownWhateverTheOthersHave() {
		this.runner.withBean(RestTemplate.class, RestTemplate::new)
			.withPropertyValues(TIMEOUTS)
			.run((context) -> assertThatLooking(this.check, context).isUnknown());
	}

	@Test
	void whatTheApplicationCustomizesIsUnknown() {
		this.runner.withUserConfiguration(Client.class)
			.withBean(RestClientCustomizer.class,
					() -> (builder) -> builder.requestFactory(ClientHttpRequestFactoryBuilder.jdk()
						.build(HttpClientSettings.defaults().withReadTimeout(Duration.ofSeconds(1)))))
			.run((context) -> assertThatLooking(this.check, context).isUnknown());
	}

	@Test
	void aBuilderOfTheApplicationIsUnknown() {
		this.runner.withUserConfiguration(Client.class)
			.withBean("restClientBuilder", RestClient.Builder.class, RestClient::builder)
			.run((context) -> assertThatLooking(this.check, context).isUnknown());
	}

	@Test
	void anApplicationThatCallsNobodyHasNothingToCheck() {
		this.runner.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

	@Configuration(proxyBeanMethods = false)
	static class Client {

		@Bean
		RestClient payments(RestClient.Builder builder) {
			return builder.build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ReactiveClient {

		@Bean
		WebClient payments(WebClient.Builder builder) {
			return builder.build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class LateClient {

		@Bean
		Object payments(ObjectProvider<RestClient.Builder> builder) {
			return new Object[] { builder.getObject().build() };
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Template {

		@Bean
		RestTemplate payments(RestTemplateBuilder builder) {
			return builder.readTimeout(Duration.ofSeconds(1)).build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ImportHttpServices(group = "stock", types = Stock.class)
	static class Services {

	}

	interface Stock {

		@GetExchange("/stock")
		String read();

	}

}
