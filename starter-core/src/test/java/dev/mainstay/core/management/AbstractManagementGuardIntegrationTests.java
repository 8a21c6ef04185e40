package dev.mainstay.core.management;

import java.util.ArrayList;
import java.util.List;

import dev.mainstay.core.management.RawHttp.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the guard does over real HTTP, the same on every web stack.
 */
@ExtendWith(OutputCaptureExtension.class)
abstract class AbstractManagementGuardIntegrationTests {

	/** Makes the caller one from elsewhere, as a proxy would. */
	static final String ELSEWHERE = "X-Forwarded-For: 203.0.113.9";

	private static final List<String> TRICKS = List.of("/actuator/prometheus", "/actuator/prometheus/",
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

	private final WebApplicationType type;

	private ConfigurableApplicationContext context;

	AbstractManagementGuardIntegrationTests(WebApplicationType type) {
		this.type = type;
	}

	@AfterEach
	void close() {
		if (this.context != null) {
			this.context.close();
		}
	}

	int run(String... arguments) {
		List<String> all = new ArrayList<>(List.of(arguments));
		all.addAll(List.of("--server.port=0", "--server.shutdown=immediate",
				"--spring.reactor.netty.shutdown-quiet-period=0s"));
		this.context = new SpringApplicationBuilder(GuardedApplication.class).web(this.type)
			.run(all.toArray(String[]::new));
		return port("local.server.port");
	}

	int port(String property) {
		return this.context.getEnvironment().getRequiredProperty(property, Integer.class);
	}

	@Test
	void aProcessOnTheSameMachineIsAdmitted() {
		int port = run();
		assertThat(RawHttp.get(port, "/actuator/prometheus").text()).contains("200", GuardedApplication.CONTENT);
		assertThat(RawHttp.get(port, "/actuator/mainstay").status()).isEqualTo(200);
	}

	@Test
	void aCallerFromElsewhereIsRefusedWithAProblem() {
		int port = run();
		Answer answer = RawHttp.get(port, "/actuator/prometheus", ELSEWHERE);
		assertThat(answer.status()).isEqualTo(401);
		assertThat(answer.text()).contains("application/problem+json", "\"code\":\"unauthenticated\"")
			.doesNotContain(GuardedApplication.CONTENT)
			.doesNotContainIgnoringCase("WWW-Authenticate");
		assertThat(RawHttp.get(port, "/actuator/mainstay", ELSEWHERE).status()).isEqualTo(401);
		assertThat(RawHttp.send(port, "HEAD", "/actuator/prometheus", ELSEWHERE).status()).isEqualTo(401);
		assertThat(RawHttp.send(port, "POST", "/actuator/prometheus", ELSEWHERE, "Content-Length: 0").status())
			.isEqualTo(401);
	}

	@Test
	void healthInfoAndTheListOfEndpointsStayOpen() {
		int port = run();
		assertThat(List.of("/actuator", "/actuator/health", "/actuator/info", "/actuator/health/liveness", "/greeting"))
			.allSatisfy((path) -> assertThat(RawHttp.get(port, path, ELSEWHERE).status()).isEqualTo(200));
	}

	@Test
	void noPathLeadsAroundTheGuard() {
		int port = run();
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
	void aListOfTheApplicationIsServedUnguarded() {
		int port = run("--management.endpoints.web.exposure.include[0]=prometheus");
		assertThat(RawHttp.get(port, "/actuator/prometheus", ELSEWHERE).text()).contains(GuardedApplication.CONTENT);
		assertThat(RawHttp.get(port, "/actuator/mainstay", ELSEWHERE).status()).isEqualTo(404);
	}

	@Test
	void withoutTheGuardNothingIsExposed() {
		int port = run("--mainstay.security.management.enabled=false");
		assertThat(RawHttp.get(port, "/actuator/prometheus").status()).isEqualTo(404);
		assertThat(RawHttp.get(port, "/actuator/mainstay").status()).isEqualTo(404);
		assertThat(RawHttp.get(port, "/actuator/health").status()).isEqualTo(200);
	}

	@Test
	void anExcludedEndpointStaysExcluded() {
		assertThat(RawHttp.get(run("--management.endpoints.web.exposure.exclude=prometheus"), "/actuator/prometheus")
			.status()).isEqualTo(404);
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
		int port = run("--management.endpoint.health.probes.add-additional-paths=true");
		assertThat(RawHttp.get(port, "/livez", ELSEWHERE).status()).isEqualTo(200);
	}

	@Test
	void policiesOfTheApplicationAreAskedToo() {
		int port = run("--test.header-policy=true");
		assertThat(RawHttp.get(port, "/actuator/prometheus", ELSEWHERE, "X-Sesame: open").status()).isEqualTo(200);
		assertThat(RawHttp.get(port, "/actuator/prometheus", ELSEWHERE, "X-Sesame: shut").status()).isEqualTo(401);
		assertThat(RawHttp.get(port, "/actuator/mainstay", ELSEWHERE, "X-Sesame: open").status()).isEqualTo(401);
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
	void theFirstRefusalIsLoggedAndNamesWhatToSet(CapturedOutput output) {
		int port = run();
		RawHttp.get(port, "/actuator/prometheus", ELSEWHERE);
		RawHttp.get(port, "/actuator/prometheus", ELSEWHERE);
		RawHttp.get(port, "/actuator/mainstay", ELSEWHERE);
		assertThat(output.toString().lines().filter((line) -> line.contains("refused a caller"))).hasSize(2)
			.allSatisfy((line) -> assertThat(line).contains(GuardedEndpoints.EXPOSURE));
	}

	@Test
	void theStartBlockNamesWhatIsGuardedOrMissing(CapturedOutput output) {
		run();
		assertThat(output).contains("management-guard (guards mainstay, prometheus)");
		close();
		run("--management.endpoints.web.exposure.include=health");
		assertThat(output).contains(
				"management-guard (management.endpoints.web.exposure.include is set by the application and leaves out mainstay");
	}

}
