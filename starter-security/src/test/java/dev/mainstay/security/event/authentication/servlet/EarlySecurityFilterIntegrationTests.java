package dev.mainstay.security.event.authentication.servlet;

import dev.mainstay.security.Http;
import dev.mainstay.security.event.LoggedEvents;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.audit.AuditEventRepository;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application that has Spring Security before the request is the thread's.
 */
@SpringBootTest(classes = GuardedApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = "spring.security.filter.order=-2000")
class EarlySecurityFilterIntegrationTests {

	@LocalServerPort
	private int port;

	@Autowired
	private AuditEventRepository audit;

	@Test
	void eventsHaveTheirRequestAndAreNotDoubled() {
		try (LoggedEvents log = new LoggedEvents()) {
			get("/open", Http.basic("joe", "wrong"));
			get("/open", "Basic broken");
			get("/orders/7", Http.basic("joe", GuardedApplication.PASSWORD));
			log.awaitLast("authz_fail");
			assertThat(log.messages()).hasSize(4)
				.element(0)
				.asString()
				.matches("authn_login_fail:#[0-9a-f]{12} bad-credentials from 127.0.0.1, GET /open");
			assertThat(log.messages()).endsWith("authn_login_fail:- refused from 127.0.0.1, GET /open",
					"authn_login_success:joe from 127.0.0.1, GET /orders/7",
					"authz_fail:joe access-denied from 127.0.0.1, GET /orders/{id}");
		}
		assertThat(this.audit.find(null, null, "AUTHN_LOGIN_FAIL")).hasSize(1);
	}

	private void get(String path, String authorization) {
		Http.get(this.port, path, "Authorization", authorization, "Accept", "application/json");
	}

}
