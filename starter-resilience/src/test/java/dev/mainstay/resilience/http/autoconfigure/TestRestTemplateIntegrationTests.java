package dev.mainstay.resilience.http.autoconfigure;

import java.util.concurrent.atomic.AtomicInteger;

import dev.mainstay.resilience.http.ResilientRequestFactoryBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.http.client.HttpComponentsClientHttpRequestFactoryBuilder;
import org.springframework.boot.restclient.RestTemplateBuilder;
import org.springframework.boot.resttestclient.TestRestTemplate;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureTestRestTemplate;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The tests of an application ask its own service, and want the first answer.
 */
class TestRestTemplateIntegrationTests {

	/** Without retries of its own. */
	@Nested
	@TestPropertySource(properties = "spring.http.clients.imperative.factory=jdk")
	class WithTheJdk extends Asking {

		@Test
		void asksOnce() {
			assertThat(template().getForEntity("/overloaded", String.class).getStatusCode())
				.isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
			assertThat(calls()).isEqualTo(1);
		}

		@Test
		void asksOnceWithOtherCredentialsToo() {
			template().withBasicAuth("user", "word").getForEntity("/overloaded", String.class);
			assertThat(calls()).isEqualTo(1);
		}

		@Test
		void hasTheClientOfTheApplicationAsItWas() {
			assertThat(template().getRestTemplate().getRequestFactory())
				.isExactlyInstanceOf(JdkClientHttpRequestFactory.class);
		}

	}

	/** Which asks once more by itself, a second later, without Mainstay as well. */
	@Nested
	@TestPropertySource(properties = "spring.http.clients.imperative.factory=http-components")
	class WithHttpComponents extends Asking {

		@Test
		void asksAsOftenAsItDoesByItself() {
			template().getForEntity("/overloaded", String.class);
			assertThat(calls()).isEqualTo(2);
		}

		@Test
		void hasTheBuilderThatItsOptionsAreFor() {
			RestTemplateBuilder builder = (RestTemplateBuilder) ReflectionTestUtils.getField(template(), "builder");
			assertThat(builder.requestFactoryBuilder())
				.isInstanceOf(HttpComponentsClientHttpRequestFactoryBuilder.class);
		}

		@Test
		void aRestTestClientAsksAsOftenAsItDoesByItself(@Autowired RestTestClient client) {
			client.get().uri("/overloaded").exchange().expectStatus().isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
			assertThat(calls()).isEqualTo(2);
		}

		@Test
		void theTemplatesOfTheApplicationAreRetriedAllTheSame(@Autowired RestTemplateBuilder builder) {
			assertThat(builder.requestFactoryBuilder()).isInstanceOf(ResilientRequestFactoryBuilder.class);
		}

	}

	@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
	@ContextConfiguration(classes = Application.class)
	@AutoConfigureTestRestTemplate
	@AutoConfigureRestTestClient
	abstract static class Asking {

		@Autowired
		private Overloaded service;

		@Autowired
		private TestRestTemplate template;

		@BeforeEach
		void nothingWasAskedYet() {
			this.service.calls.set(0);
		}

		TestRestTemplate template() {
			return this.template;
		}

		int calls() {
			return this.service.calls.get();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		@Bean
		Overloaded overloaded() {
			return new Overloaded();
		}

	}

	@RestController
	static class Overloaded {

		private final AtomicInteger calls = new AtomicInteger();

		@GetMapping("/overloaded")
		ResponseEntity<String> answer() {
			this.calls.incrementAndGet();
			return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).body("later");
		}

	}

}
