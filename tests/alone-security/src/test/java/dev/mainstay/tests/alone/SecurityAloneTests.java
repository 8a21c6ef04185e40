package dev.mainstay.tests.alone;

import java.net.http.HttpHeaders;

import dev.mainstay.tests.harness.Http;
import dev.mainstay.tests.ordinary.OrdinaryApplication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(classes = OrdinaryApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = "mainstay.security.management.token=" + SecurityAloneTests.TOKEN)
class SecurityAloneTests {

	static final String TOKEN = "only-for-this-test-0123456789";

	@LocalServerPort
	private int port;

	private Http http;

	@BeforeEach
	void connect() {
		this.http = new Http(this.port);
	}

	@Test
	void answersOfAnApiCarryTheHeadersOnce() {
		for (String path : new String[] { "/orders/1", "/failing", "/nowhere" }) {
			HttpHeaders headers = this.http.get(path).headers();
			assertThat(headers.allValues("X-Content-Type-Options")).containsExactly("nosniff");
			assertThat(headers.allValues("X-Frame-Options")).containsExactly("DENY");
			assertThat(headers.allValues("Content-Security-Policy")).singleElement()
				.asString()
				.startsWith("default-src 'none'");
			assertThat(headers.allValues("Cache-Control")).containsExactly("no-store");
		}
	}

	@Test
	void aPageCarriesOnlyWhatCannotBreakIt() {
		HttpHeaders headers = this.http.get("/page").headers();
		assertThat(headers.allValues("X-Content-Type-Options")).containsExactly("nosniff");
		assertThat(headers.allValues("Referrer-Policy")).hasSize(1);
		assertThat(headers.allValues("Content-Security-Policy")).isEmpty();
		assertThat(headers.allValues("X-Frame-Options")).isEmpty();
	}

	@Test
	void theTokenOpensAGuardedEndpointFromAnywhere() {
		String[] proxied = { "X-Forwarded-For", "203.0.113.7" };
		assertThat(this.http.get("/actuator/mainstay", proxied).statusCode()).isEqualTo(401);
		assertThat(this.http
			.get("/actuator/mainstay", "X-Forwarded-For", "203.0.113.7", "Authorization", "Bearer " + TOKEN)
			.statusCode()).isEqualTo(200);
		assertThat(this.http
			.get("/actuator/mainstay", "X-Forwarded-For", "203.0.113.7", "Authorization", "Bearer " + TOKEN + "x")
			.statusCode()).isEqualTo(401);
	}

}
