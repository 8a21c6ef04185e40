package dev.mainstay.tests.deadlines;

import java.net.http.HttpResponse;

import dev.mainstay.tests.harness.Http;
import org.junit.jupiter.api.Test;

import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.annotation.DirtiesContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * On Jetty nobody knows the other end of a socket for sure, so that only the service
 * itself gives deadlines.
 */
@SpringBootTest(classes = { DeadlineApplication.class, JettyDeadlineTests.Jetty.class },
		webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "spring.datasource.url=jdbc:h2:mem:jetty", "mainstay.deadline.default=300ms" })
@DirtiesContext
class JettyDeadlineTests {

	@LocalServerPort
	private int port;

	@Test
	void theDeadlineOfTheServiceHolds() {
		HttpResponse<String> answer = new Http(this.port).get("/late");
		assertThat(answer.statusCode()).isEqualTo(504);
		assertThat(answer.body()).contains("\"code\":\"deadline-exceeded\"");
	}

	@Test
	void thatOfACallerIsIgnored() {
		assertThat(new Http(this.port).get("/idle", "X-Request-Timeout-Ms", "0").body()).isEqualTo("idle");
	}

	@Configuration(proxyBeanMethods = false)
	static class Jetty {

		@Bean
		JettyServletWebServerFactory jetty() {
			return new JettyServletWebServerFactory();
		}

	}

}
