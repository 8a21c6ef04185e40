package dev.mainstay.core.management;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.util.ArrayList;
import java.util.List;

import dev.mainstay.core.management.RawHttp.Answer;
import dev.mainstay.core.management.autoconfigure.ManagementGuardAutoConfiguration;
import dev.mainstay.core.problem.autoconfigure.ProblemAutoConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What the guard does over real HTTP, the same on every web stack.
 */
@TestInstance(Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
abstract class AbstractManagementGuardIntegrationTests {

	/** Makes the caller one from elsewhere, as a proxy would. */
	static final String ELSEWHERE = "X-Forwarded-For: 203.0.113.9";

	static final List<String> TRICKS = List.of("/actuator/prometheus", "/actuator/prometheus/",
			"/actuator/prometheus/a/b", "/actuator;x=1/prometheus", "/actuator/prometheus;x=1",
			"/actuator/prometheus;.css", "/;/actuator/prometheus", "/%61ctuator/prometheus", "/actuator/%70rometheus",
			"/actuator/prometheu%73", "/%2561ctuator/prometheus", "//actuator/prometheus", "/actuator//prometheus",
			"///actuator///prometheus", "/./actuator/prometheus", "/actuator/./prometheus",
			"/actuator/health/../prometheus", "/actuator/health/%2e%2e/prometheus", "/actuator/health/..;/prometheus",
			"/greeting/../actuator/prometheus", "/actuator%2fprometheus", "/actuator\\prometheus",
			"/actuator/prometheus%00", "/actuator/prometheus%20", "/actuator/prometheus.json",
			"/actuator/prometheus?x=/actuator/health", "/actuator/prometheus#/actuator/health", "/Actuator/Prometheus",
			"/ACTUATOR/PROMETHEUS", "/actuator/health/%2e%2e%2fprometheus", "http://localhost/actuator/prometheus",
			"/actuator/prometheus/..;/health", "/%EF%BC%8Factuator/prometheus");

	private static final List<String> FORGED = List.of("X-Forwarded-For: 127.0.0.1", "X-Forwarded-For: ::1",
			"X-Forwarded-For: 203.0.113.9, 127.0.0.1", "Forwarded: for=127.0.0.1", "Forwarded: for=\"[::1]\"",
			"X-Real-IP: 127.0.0.1", "Via: 1.1 proxy", "x-forwarded-host: localhost", "X-Forwarded-For:",
			"X-FORWARDED-PROTO: http", "True-Client-IP: 127.0.0.1");

	private final WebApplicationType type;

	private ConfigurableApplicationContext shared;

	private ConfigurableApplicationContext own;

	private final List<ConfigurableApplicationContext> all = new ArrayList<>();

	AbstractManagementGuardIntegrationTests(WebApplicationType type) {
		this.type = type;
	}

	@BeforeAll
	void start() {
		this.shared = run(
				List.of("--test.header-policy=true", "--management.endpoint.health.probes.add-additional-paths=true"));
	}

	/** All at the end: closing one server of Netty takes the threads of the others. */
	@AfterAll
	void stop() {
		this.all.forEach(ConfigurableApplicationContext::close);
	}

	List<String> defaultArguments() {
		return List.of("--server.port=0", "--server.shutdown=immediate",
				"--spring.reactor.netty.shutdown-quiet-period=100ms");
	}

	private ConfigurableApplicationContext run(List<String> arguments) {
		List<String> merged = new ArrayList<>(defaultArguments());
		merged.addAll(arguments);
		ConfigurableApplicationContext context = new SpringApplicationBuilder(GuardedApplication.class).web(this.type)
			.run(merged.toArray(String[]::new));
		this.all.add(context);
		return context;
	}

	/** The port of the application that the tests share. */
	int port() {
		return this.shared.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
	}

	/** Starts an application for one test. */
	int run(String... arguments) {
		this.own = run(List.of(arguments));
		return port("local.server.port");
	}

	int port(String property) {
		return this.own.getEnvironment().getRequiredProperty(property, Integer.class);
	}

	@Test
	void aProcessOnTheSameMachineIsAdmitted() {
		int port = port();
		assertThat(RawHttp.get(port, "/actuator/prometheus").text()).contains("200", GuardedApplication.CONTENT);
		assertThat(RawHttp.get(port, "/actuator/mainstay").status()).isEqualTo(200);
	}

	@Test
	void aCallerFromElsewhereIsRefusedWithAProblem() {
		int port = port();
		Answer answer = RawHttp.get(port, "/actuator/prometheus", ELSEWHERE);
		assertThat(answer.status()).isEqualTo(401);
		assertThat(answer.text())
			.contains("application/problem+json", "\"code\":\"unauthenticated\"", "\"requestId\":",
					"\"instance\":\"/actuator/prometheus\"")
			.doesNotContain(GuardedApplication.CONTENT)
			.doesNotContainIgnoringCase("WWW-Authenticate");
		assertThat(RawHttp.get(port, "/actuator/mainstay", ELSEWHERE).status()).isEqualTo(401);
		assertThat(RawHttp.send(port, "HEAD", "/actuator/prometheus", ELSEWHERE).status()).isEqualTo(401);
		assertThat(RawHttp.send(port, "POST", "/actuator/prometheus", ELSEWHERE, "Content-Length: 0").status())
			.isEqualTo(401);
	}

	@Test
	void refusalsLeaveNoSession() {
		int port = port();
		for (int i = 0; i < 10; i++) {
			Answer answer = RawHttp.get(port, "/actuator/prometheus", ELSEWHERE);
			assertThat(answer.status()).isEqualTo(401);
			assertThat(answer.text()).doesNotContainIgnoringCase("Set-Cookie");
		}
	}

	@Test
	void healthInfoAndTheListOfEndpointsStayOpen() {
		int port = port();
		assertThat(List.of("/actuator", "/actuator/health", "/actuator/info", "/actuator/health/liveness", "/greeting"))
			.allSatisfy((path) -> assertThat(RawHttp.get(port, path, ELSEWHERE).status()).isEqualTo(200));
	}

	@Test
	void noPathLeadsAroundTheGuard() {
		int port = port();
		assertThat(TRICKS).allSatisfy((target) -> {
			Answer answer = RawHttp.get(port, target, ELSEWHERE);
			assertThat(answer.text()).doesNotContain(GuardedApplication.CONTENT);
			assertThat(answer.status()).isNotEqualTo(200);
		});
		assertThat(TRICKS).as("tricks that do reach the endpoint when the caller is admitted")
			.filteredOn((target) -> RawHttp.get(port, target).text().contains(GuardedApplication.CONTENT))
			.hasSizeGreaterThan(5);
	}

	@Test
	void aListOfTheApplicationIsServedUnguarded(CapturedOutput output) {
		int port = run("--management.endpoints.web.exposure.include[0]=prometheus");
		assertThat(RawHttp.get(port, "/actuator/prometheus", ELSEWHERE).text()).contains(GuardedApplication.CONTENT);
		assertThat(RawHttp.get(port, "/actuator/mainstay", ELSEWHERE).status()).isEqualTo(404);
		await().untilAsserted(() -> assertThat(output)
			.contains("(management.endpoints.web.exposure.include is set by the application and leaves out"));
	}

	@Test
	void withoutTheGuardNothingIsExposed() {
		int port = run("--mainstay.security.management.enabled=false");
		assertThat(RawHttp.get(port, "/actuator/prometheus").status()).isEqualTo(404);
		assertThat(RawHttp.get(port, "/actuator/mainstay").status()).isEqualTo(404);
		assertThat(RawHttp.get(port, "/actuator/health").status()).isEqualTo(200);
	}

	@Test
	void followsTheBasePathAndThePathMapping() {
		int port = run("--management.endpoints.web.base-path=/ops",
				"--management.endpoints.web.path-mapping.prometheus=metrics/all",
				"--management.endpoints.web.path-mapping.health=alive");
		assertThat(RawHttp.get(port, "/ops/metrics/all", ELSEWHERE).status()).isEqualTo(401);
		assertThat(RawHttp.get(port, "/ops/metrics/all").status()).isEqualTo(200);
		assertThat(RawHttp.get(port, "/ops/metrics/all/more", ELSEWHERE).status()).isEqualTo(401);
		assertThat(RawHttp.get(port, "/ops/alive", ELSEWHERE).status()).isEqualTo(200);
	}

	@Test
	void followsARootBasePath() {
		int port = run("--management.endpoints.web.base-path=/");
		assertThat(RawHttp.get(port, "/prometheus", ELSEWHERE).status()).isEqualTo(401);
		assertThat(RawHttp.get(port, "/health", ELSEWHERE).status()).isEqualTo(200);
		assertThat(RawHttp.get(port, "/greeting", ELSEWHERE).status()).isEqualTo(200);
	}

	@Test
	void additionalPathsOfHealthStayOpen() {
		assertThat(RawHttp.get(port(), "/livez", ELSEWHERE).status()).isEqualTo(200);
	}

	@Test
	void policiesOfTheApplicationAreAskedToo() {
		int port = port();
		assertThat(RawHttp.get(port, "/actuator/prometheus", ELSEWHERE, "X-Sesame: open").status()).isEqualTo(200);
		assertThat(RawHttp.get(port, "/actuator/prometheus", ELSEWHERE, "X-Sesame: shut").status()).isEqualTo(401);
		assertThat(RawHttp.get(port, "/actuator/mainstay", ELSEWHERE, "X-Sesame: open").status()).isEqualTo(401);
	}

	@Test
	void whoIsAdmittedOnlyReads() {
		int port = port();
		for (String method : List.of("POST", "DELETE")) {
			Answer answer = RawHttp.send(port, method, "/actuator/prometheus", "Content-Length: 0");
			assertThat(answer.status()).isEqualTo(403);
			assertThat(answer.text()).contains("\"code\":\"forbidden\"", "may only be read")
				.doesNotContain(GuardedApplication.CONTENT);
		}
		assertThat(RawHttp.send(port, "PUT", "/actuator/prometheus", "Content-Length: 0").status()).isEqualTo(405);
		assertThat(RawHttp.send(port, "HEAD", "/actuator/prometheus").status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "mainstay.security.management.access", "management.endpoint.prometheus.access",
			"management.endpoints.access.max-permitted", "management.endpoints.access.default" })
	void whoIsAdmittedWritesWhereTheApplicationSaysSo(String property) {
		int port = run("--" + property + "=unrestricted");
		assertThat(RawHttp.send(port, "POST", "/actuator/prometheus", "Content-Length: 0").text())
			.contains(GuardedApplication.CONTENT);
		assertThat(RawHttp.send(port, "POST", "/actuator/prometheus", "Content-Length: 0", ELSEWHERE).status())
			.isEqualTo(401);
	}

	@Test
	void anAnswerThatComesLaterIsOneCall() {
		GuardedApplication.Told told = this.shared.getBean(GuardedApplication.Told.class);
		told.outcomes().clear();
		assertThat(RawHttp.get(port(), "/actuator/slo").text()).contains(GuardedApplication.CONTENT);
		assertThat(told.outcomes()).containsExactly(AccessOutcome.READ);
	}

	@Test
	void guardsASeparateManagementPort() {
		run("--management.server.port=0", "--test.header-policy=true");
		int port = port("local.management.port");
		assertThat(RawHttp.get(port, "/actuator/prometheus", ELSEWHERE).status()).isEqualTo(401);
		assertThat(RawHttp.get(port, "/%61ctuator;a/prometheus", ELSEWHERE).text())
			.doesNotContain(GuardedApplication.CONTENT);
		assertThat(RawHttp.get(port, "/actuator/health", ELSEWHERE).status()).isEqualTo(200);
		assertThat(RawHttp.get(port, "/actuator", ELSEWHERE).status()).isEqualTo(200);
		assertThat(RawHttp.get(port, "/actuator/prometheus").status()).isEqualTo(200);
		assertThat(RawHttp.get(port, "/actuator/prometheus", ELSEWHERE, "X-Sesame: open").text())
			.contains(GuardedApplication.CONTENT);
	}

	@Test
	void guardsASeparateManagementPortWithARootBasePath() {
		run("--management.server.port=0", "--management.endpoints.web.base-path=/",
				"--management.endpoints.web.path-mapping.prometheus=/");
		int port = port("local.management.port");
		assertThat(RawHttp.get(port, "/", ELSEWHERE).text()).doesNotContain(GuardedApplication.CONTENT);
		assertThat(RawHttp.get(port, "/health", ELSEWHERE).status()).isEqualTo(200);
	}

	@Test
	void saysOnceWhatIsGuardedAndWhatToSet(CapturedOutput output) {
		int port = run("--management.endpoints.web.exposure.exclude=info");
		await().untilAsserted(
				() -> assertThat(output).contains("management-guard (guards hardening, mainstay, prometheus, slo)"));
		for (String path : List.of("/actuator/prometheus", "/actuator/prometheus", "/actuator/mainstay")) {
			RawHttp.get(port, path, ELSEWHERE);
		}
		assertThat(output.toString().lines().filter((line) -> line.contains("refused a caller"))).hasSize(2)
			.allSatisfy((line) -> assertThat(line).contains(GuardedEndpoints.EXPOSURE));
		assertThat(RawHttp.get(port, "/actuator/info").status()).isEqualTo(404);
	}

	@ParameterizedTest
	@ValueSource(strings = { "none", "native", "framework" })
	void noHeaderMakesACallerALocalOne(String strategy) {
		int port = run("--server.forward-headers-strategy=" + strategy);
		assertThat(RawHttp.get(port, "/actuator/prometheus").status()).isEqualTo(200);
		assertThat(FORGED).allSatisfy(
				(header) -> assertThat(RawHttp.get(port, "/actuator/prometheus", header).status()).isEqualTo(401));
	}

	@ParameterizedTest
	@ValueSource(classes = { ManagementGuardAutoConfiguration.class, ProblemAutoConfiguration.class })
	void hidesWhatCannotBeGuarded(Class<?> excluded) {
		int port = run("--spring.autoconfigure.exclude=" + excluded.getName());
		assertThat(RawHttp.get(port, "/actuator/prometheus", ELSEWHERE).status()).isEqualTo(404);
		assertThat(RawHttp.get(port, "/actuator/prometheus").status()).isEqualTo(404);
		assertThat(RawHttp.get(port, "/actuator/health").status()).isEqualTo(200);
	}

	/** Tomcat refuses two hosts by itself. */
	@Test
	void whoAsksForTwoHostsIsFromElsewhere() {
		assertThat(RawHttp.get(port(), "/actuator/prometheus", "Host: example.com").status()).isIn(400, 401);
	}

	@Test
	void aSocketThatIsNotLoopbackIsOneFromElsewhere() throws IOException {
		InetAddress address = NetworkInterface.networkInterfaces()
			.flatMap(NetworkInterface::inetAddresses)
			.filter((candidate) -> candidate instanceof Inet4Address && !candidate.isLoopbackAddress())
			.findFirst()
			.orElse(null);
		assertThat(address)
			.as("an IPv4 address of this machine that is not loopback: connect it to a network, or add a dummy interface")
			.isNotNull();
		assertThat(RawHttp.get(address, port(), "/actuator/prometheus").status()).isEqualTo(401);
		assertThat(RawHttp.get(address, port(), "/actuator/health").status()).isEqualTo(200);
	}

}
