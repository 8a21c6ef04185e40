package dev.mainstay.tests.deadlines;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import dev.mainstay.tests.harness.Http;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Services that call each other, each with Mainstay and nothing of its own.
 */
class ChainTests {

	private final LastService last = new LastService();

	private final ConfigurableApplicationContext middle = start(this.last.url());

	private final ConfigurableApplicationContext first = start("http://127.0.0.1:" + port(this.middle) + "/next");

	@AfterEach
	void stop() {
		this.first.close();
		this.middle.close();
		this.last.close();
	}

	@Test
	void aDeadlineReachesTheEndOfTheChainAndEndsEveryCall() throws InterruptedException {
		this.last.hang();
		long start = System.nanoTime();
		HttpResponse<String> answer = new Http(port(this.first)).get("/next", "X-Request-Timeout-Ms", "2000");
		assertThat(answer.statusCode()).isEqualTo(504);
		assertThat(answer.body()).contains("\"code\":\"deadline-exceeded\"");
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(Duration.ofMillis(1900),
				Duration.ofSeconds(6));
		assertThat(this.last.lastDeadline()).isBetween(1L, 2000L);
		assertThat(this.last.closed().await(10, TimeUnit.SECONDS)).as("its socket was closed").isTrue();
		assertThat(this.last.calls()).isOne();
	}

	/** Each layer adds its tenth; without budgets it would be 900. */
	@Test
	void aDeadEndOfTheChainGetsLittleMoreThanIsAskedFor() {
		this.last.refuse();
		Http http = new Http(port(this.first));
		IntStream.range(0, 100).forEach((call) -> assertThat(http.get("/next").statusCode()).isEqualTo(503));
		assertThat(this.last.calls()).isBetween(101, 127);
	}

	@Test
	void whoeverRetriesIsNotRetriedFor() {
		this.last.refuse();
		assertThat(new Http(port(this.first)).get("/next", "X-Request-Attempt", "2").statusCode()).isEqualTo(503);
		assertThat(this.last.calls()).as("once, and what the middle adds on its own").isBetween(1, 3);
		assertThat(new Http(port(this.middle)).get("/next", "X-Request-Attempt", "2").statusCode()).isEqualTo(503);
		assertThat(this.last.calls()).isBetween(2, 4);
	}

	private static ConfigurableApplicationContext start(String next) {
		return new SpringApplication(Service.class).run("--server.port=0", "--server.address=127.0.0.1",
				"--mainstay.trusted-proxies=127.0.0.1/32", "--next=" + next);
	}

	private static int port(ConfigurableApplicationContext context) {
		return ((WebServerApplicationContext) context).getWebServer().getPort();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration(exclude = { DataSourceAutoConfiguration.class, HibernateJpaAutoConfiguration.class })
	static class Service {

		/** Where the other end of a socket is known. */
		@Bean
		TomcatServletWebServerFactory tomcat() {
			return new TomcatServletWebServerFactory();
		}

		@Bean
		Next next(RestClient.Builder builder, Environment environment) {
			return new Next(builder.baseUrl(environment.getRequiredProperty("next")).build());
		}

	}

	@RestController
	static class Next {

		private final RestClient client;

		Next(RestClient client) {
			this.client = client;
		}

		@GetMapping("/next")
		String next() {
			return this.client.get().retrieve().body(String.class);
		}

	}

}
