package dev.mainstay.security.event.authentication.reactive;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;

import ch.qos.logback.classic.spi.ILoggingEvent;
import dev.mainstay.core.mode.Features;
import dev.mainstay.security.Http;
import dev.mainstay.security.event.LoggedEvents;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.actuate.audit.AuditEventRepository;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

class AuthenticationEventsReactiveIntegrationTests {

	/** Tomcat is on the class path of the tests as well, and would be preferred. */
	private static final String NO_TOMCAT = "org.springframework.boot.tomcat."
			+ "autoconfigure.reactive.TomcatReactiveWebServerAutoConfiguration";

	private static final String NO_OBSERVATION = "org.springframework.boot.micrometer.observation.autoconfigure."
			+ "ObservationAutoConfiguration";

	private static final String JOE = Http.basic("joe", GuardedReactiveApplication.PASSWORD);

	private static final String CANARY = "hunter2-typed-into-the-wrong-field";

	private @Nullable LoggedEvents log;

	@AfterEach
	void end() {
		if (this.log != null) {
			this.log.close();
		}
	}

	@Test
	void loginsAndFailuresAreToldAsOnTheServletStack() {
		try (ConfigurableApplicationContext context = run(NO_TOMCAT)) {
			login(context, "joe", GuardedReactiveApplication.PASSWORD);
			login(context, "joe", GuardedReactiveApplication.PASSWORD);
			login(context, CANARY, "wrong");
			ILoggingEvent failure = this.log.awaitLast("authn_login_fail");
			assertThat(failure.getFormattedMessage())
				.matches("authn_login_fail:#[0-9a-f]{12} bad-credentials from 192.0.2.7, POST /login");
			assertThat(failure.getMDCPropertyMap()).containsEntry("requestId", "login-1");
			assertThat(LoggedEvents.fields(failure)).containsEntry("network.peer.address", "127.0.0.1");
			assertThat(this.log.messages()).hasSize(3)
				.startsWith("authn_login_success:joe from 192.0.2.7, POST /login",
						"authn_login_success:joe from 192.0.2.7, POST /login")
				.noneMatch((message) -> message.contains(CANARY));
		}
	}

	@Test
	void whatAChainAndMethodSecurityAndAHandlerDenyIsOneEventEach() {
		try (ConfigurableApplicationContext context = run(NO_TOMCAT)) {
			for (String path : List.of("/admin/users", "/orders/7", "/denied")) {
				assertThat(get(context, path, JOE).statusCode()).isEqualTo(403);
			}
			this.log.awaitLast("authz_fail");
			assertThat(this.log.messages()).containsExactly("authn_login_success:joe from 127.0.0.1, GET /admin/users",
					"authz_fail:joe access-denied from 127.0.0.1, GET /admin/users",
					"authz_fail:joe access-denied from 127.0.0.1, GET /orders/{id}",
					"authz_fail:joe access-denied from 127.0.0.1, GET /denied");
			assertThat(Http.get(port(context), "/admin/users").statusCode()).isIn(302, 401);
			assertThat(this.log.all()).hasSize(4);
		}
	}

	@Test
	void springBootsAuditEventsAreThereWhereItHasNone() {
		try (ConfigurableApplicationContext context = run(NO_TOMCAT)) {
			get(context, "/open", Http.basic(CANARY, "wrong"));
			get(context, "/open", "Basic " + CANARY);
			get(context, "/orders/7", JOE);
			this.log.awaitLast("authz_fail");
			assertThat(context.getBean(AuditEventRepository.class).find(null, null, null))
				.extracting((event) -> event.getType())
				.containsExactly("AUTHN_LOGIN_FAIL", "AUTHN_LOGIN_FAIL", "AUTHN_LOGIN_SUCCESS", "AUTHZ_FAIL");
			assertThat(context.getBean(AuditEventRepository.class).find(null, null, null).toString())
				.doesNotContain(CANARY);
		}
	}

	@Test
	void withoutObservationsRefusedCredentialsAreToldAndWhatIsNotSeenIsSaid() {
		try (ConfigurableApplicationContext context = run(NO_TOMCAT + "," + NO_OBSERVATION)) {
			assertThat(get(context, "/open", Http.basic(CANARY, "wrong")).statusCode()).isEqualTo(401);
			assertThat(this.log.awaitLast("authn_login_fail").getFormattedMessage())
				.isEqualTo("authn_login_fail:- refused from 127.0.0.1, GET /open");
			assertThat(context.getBean(Features.class).all())
				.filteredOn((feature) -> feature.name().equals("security-events"))
				.allSatisfy((feature) -> assertThat(feature.reason()).contains("ObservationRegistry"))
				.hasSize(1);
		}
	}

	private ConfigurableApplicationContext run(String excluded) {
		ConfigurableApplicationContext context = new SpringApplicationBuilder(GuardedReactiveApplication.class)
			.web(WebApplicationType.REACTIVE)
			.properties("server.port=0", "server.shutdown=immediate", "mainstay.trusted-proxies=127.0.0.1")
			.run("--spring.autoconfigure.exclude=" + excluded);
		// The start of an application takes away what others have added to the log.
		this.log = new LoggedEvents();
		return context;
	}

	private static int port(ConfigurableApplicationContext context) {
		return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
	}

	private static HttpResponse<String> get(ConfigurableApplicationContext context, String path, String credentials) {
		return Http.get(port(context), path, "Authorization", credentials, "Accept", "application/json");
	}

	private static void login(ConfigurableApplicationContext context, String name, String password) {
		URI uri = URI.create("http://127.0.0.1:" + port(context) + "/login");
		HttpRequest.Builder request = HttpRequest.newBuilder(uri)
			.POST(BodyPublishers.ofString("username=" + name + "&password=" + password));
		assertThat(Http
			.send(request, "Content-Type", "application/x-www-form-urlencoded", "X-Forwarded-For", "192.0.2.7",
					"X-Request-Id", "login-1")
			.statusCode()).isEqualTo(302);
	}

}
