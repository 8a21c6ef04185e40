package dev.mainstay.core.management;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.WebApplicationType;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

class ManagementGuardServletIntegrationTests extends AbstractManagementGuardIntegrationTests {

	private static final List<String> FORGED = List.of("X-Forwarded-For: 127.0.0.1", "X-Forwarded-For: ::1",
			"X-Forwarded-For: 203.0.113.9, 127.0.0.1", "Forwarded: for=127.0.0.1", "Forwarded: for=\"[::1]\"",
			"X-Real-IP: 127.0.0.1", "Via: 1.1 proxy", "x-forwarded-host: localhost", "X-Forwarded-For:",
			"X-FORWARDED-PROTO: http", "True-Client-IP: 127.0.0.1");

	ManagementGuardServletIntegrationTests() {
		super(WebApplicationType.SERVLET);
	}

	@Test
	void followsContextAndServletPaths() {
		int port = run("--server.servlet.context-path=/shop", "--spring.mvc.servlet.path=/api");
		assertThat(RawHttp.get(port, "/shop/api/actuator/prometheus", ELSEWHERE).status()).isEqualTo(401);
		assertThat(RawHttp.get(port, "/shop;a/api/%61ctuator/prometheus", ELSEWHERE).text())
			.doesNotContain(GuardedApplication.CONTENT);
		assertThat(RawHttp.get(port, "/shop/api/actuator/prometheus").status()).isEqualTo(200);
		assertThat(RawHttp.get(port, "/shop/api/actuator/health", ELSEWHERE).status()).isEqualTo(200);
	}

	@Test
	void worksWithAntPathPatterns() {
		int port = run("--spring.mvc.pathmatch.matching-strategy=ant-path-matcher");
		assertThat(RawHttp.get(port, "/actuator/prometheus", ELSEWHERE).status()).isEqualTo(401);
		assertThat(RawHttp.get(port, "/actuator/health", ELSEWHERE).status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "none", "native", "framework" })
	void noHeaderMakesACallerALocalOne(String strategy) {
		int port = run("--server.forward-headers-strategy=" + strategy);
		assertThat(RawHttp.get(port, "/actuator/prometheus").status()).isEqualTo(200);
		assertThat(FORGED).allSatisfy(
				(header) -> assertThat(RawHttp.get(port, "/actuator/prometheus", header).status()).isEqualTo(401));
	}

	@Test
	void aSocketThatIsNotLoopbackIsOneFromElsewhere() throws IOException {
		InetAddress address = NetworkInterface.networkInterfaces()
			.flatMap(NetworkInterface::inetAddresses)
			.filter((candidate) -> candidate instanceof Inet4Address && !candidate.isLoopbackAddress())
			.findFirst()
			.orElse(null);
		assumeThat(address).isNotNull();
		assertThat(RawHttp.get(address, port(), "/actuator/prometheus").status()).isEqualTo(401);
		assertThat(RawHttp.get(address, port(), "/actuator/health").status()).isEqualTo(200);
	}

}
