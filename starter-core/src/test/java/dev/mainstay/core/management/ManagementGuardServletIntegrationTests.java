package dev.mainstay.core.management;

import org.junit.jupiter.api.Test;

import org.springframework.boot.WebApplicationType;

import static org.assertj.core.api.Assertions.assertThat;

class ManagementGuardServletIntegrationTests extends AbstractManagementGuardIntegrationTests {

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

}
