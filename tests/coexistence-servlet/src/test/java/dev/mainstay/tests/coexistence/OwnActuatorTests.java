package dev.mainstay.tests.coexistence;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import dev.mainstay.tests.harness.Answer;
import dev.mainstay.tests.harness.BeforeAndAfter;
import dev.mainstay.tests.harness.Http;
import dev.mainstay.tests.harness.World;
import dev.mainstay.tests.harness.WorldApplication;
import dev.mainstay.tests.ordinary.OrdinaryApplication;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.filter.OncePerRequestFilter;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application that has decided itself what of Actuator is to be seen, where, and by
 * whom.
 */
class OwnActuatorTests {

	private static final String[] PROXIED = { "X-Forwarded-For", "203.0.113.7" };

	/** They list beans and properties, of which there are more now. */
	private static final Set<String> TELL_OF_MAINSTAY = Set.of("GET /actuator/env/java.version",
			"GET /actuator/configprops/management", "GET /actuator/mappings");

	@Test
	void whatItExposesItselfStaysOpen() {
		BeforeAndAfter answers = BeforeAndAfter.of(OrdinaryApplication.class,
				List.of("--management.endpoints.web.exposure.include=*", "--management.endpoint.heapdump.access=none"),
				(http) -> Stream
					.of("env/java.version", "configprops/management", "mappings", "metrics/jvm.info", "info", "health")
					.map((id) -> http.get("/actuator/" + id, PROXIED)),
				TELL_OF_MAINSTAY, "--mainstay.mode=enforce");
		assertThat(answers.before()).allSatisfy((answer) -> assertThat(answer.status()).isEqualTo(200));
		assertThat(answers.after()).map(Answer::status)
			.isEqualTo(answers.before().stream().map(Answer::status).toList());
		assertThat(answers.after()).map(Answer::headers)
			.isEqualTo(answers.before().stream().map(Answer::headers).toList());
	}

	@Test
	void aListOfItsOwnIsTheWholeList() {
		try (WorldApplication application = World.hardened()
			.start(OrdinaryApplication.class, "--management.endpoints.web.exposure.include=health,prometheus")) {
			Http http = application.http();
			assertThat(http.get("/actuator/prometheus", PROXIED).statusCode()).isEqualTo(200);
			assertThat(http.get("/actuator/mainstay").statusCode()).isEqualTo(404);
			assertThat(application.features().get("mainstay-endpoint"))
				.isEqualTo("not-applicable (nothing exposes it)");
		}
	}

	@ParameterizedTest
	@MethodSource("dev.mainstay.tests.harness.World#both")
	void aManagementPortOfItsOwnAnswersThereOnly(World world) {
		try (WorldApplication application = world.start(OrdinaryApplication.class, "--management.server.port=0",
				"--management.endpoints.web.base-path=/manage", "--management.server.base-path=/internal",
				"--management.endpoints.web.path-mapping.health=up")) {
			assertThat(application.http().get("/manage/up").statusCode()).isEqualTo(404);
			assertThat(application.management().get("/internal/manage/up", PROXIED).body())
				.contains("\"status\":\"UP\"");
			assertThat(application.management().get("/internal/manage/health").statusCode()).isEqualTo(404);
			if (world == World.hardened()) {
				assertGuarded(application.management());
			}
		}
	}

	private static void assertGuarded(Http management) {
		assertThat(management.get("/internal/manage/prometheus").statusCode()).isEqualTo(200);
		assertThat(management.get("/internal/manage/prometheus", PROXIED).statusCode()).isEqualTo(401);
		assertThat(management.get("/internal/manage/mainstay", PROXIED).statusCode()).isEqualTo(401);
	}

	@Test
	void aFilterOfItsOwnDecidesFirst() {
		BeforeAndAfter answers = BeforeAndAfter.of(WithOwnRules.class,
				List.of("--management.endpoints.web.base-path=/ops"), OwnActuatorTests::ruled);
		assertThat(answers.before()).extracting(Answer::status).containsExactly(403, 200, 403, 404);
		assertThat(answers.after().subList(0, 3)).isEqualTo(answers.before().subList(0, 3));
		assertThat(answers.after().get(3).status()).isEqualTo(401);
	}

	private static Stream<HttpResponse<String>> ruled(Http http) {
		List<HttpResponse<String>> responses = new ArrayList<>();
		responses.add(http.get("/ops/health"));
		responses.add(http.get("/ops/health", "X-Ops", "yes"));
		responses.add(http.get("/ops/prometheus"));
		responses.add(http.get("/ops/prometheus", "X-Ops", "yes", "X-Forwarded-For", "203.0.113.7"));
		return responses.stream();
	}

	@Configuration(proxyBeanMethods = false)
	@Import({ OrdinaryApplication.class, OpsFilter.class })
	static class WithOwnRules {

	}

	static class OpsFilter extends OncePerRequestFilter {

		@Override
		protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
				throws ServletException, IOException {
			if (request.getRequestURI().startsWith("/ops/") && request.getHeader("X-Ops") == null) {
				response.setStatus(403);
				response.setContentType("text/plain");
				response.getWriter().write("Only for operations");
			}
			else {
				chain.doFilter(request, response);
			}
		}

	}

}
