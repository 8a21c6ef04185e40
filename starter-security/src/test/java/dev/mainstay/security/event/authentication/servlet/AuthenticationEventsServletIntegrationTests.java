package dev.mainstay.security.event.authentication.servlet;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import dev.mainstay.security.Http;
import dev.mainstay.security.event.LoggedEvents;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.audit.AuditEvent;
import org.springframework.boot.actuate.audit.AuditEventRepository;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.ClassMode;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(classes = GuardedApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = "mainstay.trusted-proxies=127.0.0.1")
@DirtiesContext(classMode = ClassMode.BEFORE_EACH_TEST_METHOD)
class AuthenticationEventsServletIntegrationTests {

	private static final String JOE = Http.basic("joe", GuardedApplication.PASSWORD);

	private static final String CANARY = "hunter2-typed-into-the-wrong-field";

	@LocalServerPort
	private int port;

	@Autowired
	private AuditEventRepository audit;

	private LoggedEvents log;

	@BeforeEach
	void begin() {
		this.log = new LoggedEvents();
	}

	@AfterEach
	void end() {
		this.log.close();
	}

	@Test
	void aLoginIsOneEventEachTime() {
		login("joe", GuardedApplication.PASSWORD);
		login("joe", GuardedApplication.PASSWORD);
		ILoggingEvent event = this.log.awaitLast("authn_login_success");
		assertThat(this.log.messages()).containsExactly("authn_login_success:joe from 192.0.2.7, POST /login",
				"authn_login_success:joe from 192.0.2.7, POST /login");
		assertThat(event.getLevel()).isEqualTo(Level.INFO);
		assertThat(event.getMDCPropertyMap()).containsEntry("requestId", "login-1");
		assertThat(LoggedEvents.fields(event)).containsEntry("security.event", "authn_login_success")
			.containsEntry("outcome", "success")
			.containsEntry("user.name", "joe")
			.containsEntry("authentication", "username-password")
			.containsEntry("client.address", "192.0.2.7")
			.containsEntry("network.peer.address", "127.0.0.1")
			.containsEntry("http.request.method", "POST")
			.containsEntry("url.path", "/login");
	}

	@Test
	void credentialsOfEveryRequestAreToldOnce() {
		for (int i = 0; i < 5; i++) {
			assertThat(get("/open", JOE).statusCode()).isEqualTo(200);
		}
		this.log.awaitLast("authn_login_success");
		assertThat(this.log.messages()).hasSize(1);
	}

	@Test
	void whatSomebodyTypesAsANameIsNotShown() {
		login(CANARY, CANARY + "!");
		get("/open", Http.basic(CANARY, CANARY + "!"));
		ILoggingEvent event = this.log.awaitLast("authn_login_fail");
		assertThat(event.getLevel()).isEqualTo(Level.WARN);
		assertThat(event.getFormattedMessage()).matches("authn_login_fail:#[0-9a-f]{12} bad-credentials from .*");
		assertThat(LoggedEvents.fields(event)).containsEntry("outcome", "failure")
			.containsEntry("reason", "bad-credentials")
			.containsKey("user.hash")
			.doesNotContainKey("user.name");
		assertThat(this.log.all()).hasSize(2)
			.allSatisfy((it) -> assertThat(it.getFormattedMessage() + LoggedEvents.fields(it)).doesNotContain(CANARY));
	}

	@Test
	void aNameThatHasAuthenticatedIsShown() {
		get("/open", JOE);
		login("joe", "wrong");
		assertThat(this.log.awaitLast("authn_login_fail").getFormattedMessage())
			.isEqualTo("authn_login_fail:joe bad-credentials from 192.0.2.7, POST /login");
		assertThat(login("locked", GuardedApplication.PASSWORD).statusCode()).isEqualTo(302);
		assertThat(this.log.awaitLast("authn_login_fail").getFormattedMessage()).contains(" locked from ");
	}

	@Test
	void whatAChainAndMethodSecurityAndAHandlerDenyIsOneEventEach() {
		assertDenied("/admin/users", "authz_fail:joe access-denied from 127.0.0.1, GET /admin/users");
		assertDenied("/orders/7", "authz_fail:joe access-denied from 127.0.0.1, GET /orders/{id}");
		assertDenied("/denied", "authz_fail:joe access-denied from 127.0.0.1, GET /denied");
		assertThat(this.log.count("authz_fail")).isEqualTo(3);
	}

	@Test
	void aStrangerIsAskedToAuthenticateWhichIsNoEvent() {
		assertThat(Http.get(this.port, "/admin/users", "Accept", "application/json").statusCode()).isEqualTo(401);
		get("/open", JOE);
		this.log.awaitLast("authn_login_success");
		assertThat(this.log.messages()).hasSize(1);
	}

	@Test
	void aHeaderThatCannotBeReadIsAFailure() {
		assertThat(get("/open", "Basic " + CANARY).statusCode()).isEqualTo(401);
		ILoggingEvent event = this.log.awaitLast("authn_login_fail");
		assertThat(event.getFormattedMessage()).isEqualTo("authn_login_fail:- refused from 127.0.0.1, GET /open");
		assertThat(LoggedEvents.fields(event).toString()).contains("authentication=basic").doesNotContain(CANARY);
		assertThat(this.log.messages()).hasSize(1);
	}

	@Test
	void aLogoutIsAnEvent() {
		HttpResponse<String> login = login("joe", GuardedApplication.PASSWORD);
		String session = login.headers().firstValue("Set-Cookie").orElseThrow();
		Http.send(request("/logout").POST(BodyPublishers.noBody()), "Cookie", session.split(";")[0]);
		ILoggingEvent event = this.log.awaitLast("session_logout");
		assertThat(event.getFormattedMessage()).isEqualTo("session_logout:joe from 127.0.0.1, POST /logout");
		assertThat(this.log.all()).allSatisfy((it) -> assertThat(LoggedEvents.fields(it).toString())
			.doesNotContain(session.substring("JSESSIONID=".length(), session.indexOf(';'))));
	}

	@Test
	void springBootsAuditEventsAreNotDoubledAndGetWhatItDoesNotSee() {
		get("/open", Http.basic("joe", "wrong"));
		get("/admin/users", JOE);
		get("/orders/7", JOE);
		this.log.awaitLast("authz_fail");
		List<String> audited = this.audit.find(null, null, null)
			.stream()
			.map((event) -> event.getType() + " " + event.getPrincipal())
			.toList();
		assertThat(audited).containsExactly("AUTHENTICATION_FAILURE joe", "AUTHENTICATION_SUCCESS joe",
				"AUTHORIZATION_FAILURE joe", "AUTHENTICATION_SUCCESS joe", "AUTHZ_FAIL joe");
		AuditEvent ours = this.audit.find("joe", null, "AUTHZ_FAIL").get(0);
		assertThat(ours.getData()).containsEntry("http.route", "/orders/{id}").containsEntry("reason", "access-denied");
	}

	private void assertDenied(String path, String message) {
		assertThat(get(path, JOE).statusCode()).isEqualTo(403);
		assertThat(this.log.awaitLast("authz_fail").getFormattedMessage()).isEqualTo(message);
	}

	private HttpResponse<String> get(String path, String authorization) {
		return Http.get(this.port, path, "Authorization", authorization, "Accept", "application/json");
	}

	private HttpResponse<String> login(String name, String password) {
		return Http.send(request("/login").POST(BodyPublishers.ofString("username=" + name + "&password=" + password)),
				"Content-Type", "application/x-www-form-urlencoded", "X-Forwarded-For", "192.0.2.7", "X-Request-Id",
				"login-1");
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + path));
	}

}
