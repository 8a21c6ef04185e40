package dev.mainstay.resilience.idempotency.servlet;

import java.util.Map;
import java.util.Objects;

import dev.mainstay.resilience.idempotency.IdempotencyHeaders;
import dev.mainstay.resilience.idempotency.KeyedClient;
import dev.mainstay.resilience.idempotency.KeyedClient.Answer;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletContext;
import org.apache.catalina.Context;
import org.apache.catalina.core.StandardContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.tomcat.TomcatContextCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.context.support.WebApplicationContextUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Whether Tomcat tells of the ends of requests as soon as there is one whose end has to
 * be told, and not before.
 */
class TomcatRequestEndsIntegrationTests {

	private static ServletServer server;

	@BeforeAll
	static void start() {
		server = new ServletServer(Map.of(), Contexts.class);
	}

	@AfterAll
	static void stop() {
		server.close();
	}

	@BeforeEach
	void noneWasNeededYet() {
		context().setApplicationEventListeners(new Object[0]);
	}

	@Test
	void attributesOfRequestsAreNoEventsWhereNothingHasToBeTold() {
		String key = KeyedClient.freshKey();
		assertThat(server.client.send(server.client.to("/orders").GET()).status()).isEqualTo(200);
		assertThat(server.client.send("/orders", key, "{}").status()).isEqualTo(201);
		assertThat(server.client.send("/orders", key, "{}").isReplay()).isTrue();
		assertThat(server.client.send("/303", KeyedClient.freshKey(), "").status()).isEqualTo(303);
		assertThat(context().getApplicationEventListeners()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/throw", "/async", "/async-fails", "/raw-async" })
	void thereIsOneListenerFromWhenItIsNeeded(String path) {
		for (int i = 0; i < 3; i++) {
			server.client.send(path, KeyedClient.freshKey(), "");
		}
		assertThat(context().getApplicationEventListeners()).hasSize(1).hasOnlyElementsOfType(RequestEnds.class);
	}

	/** Another request has made it listen, or this one does. */
	@ParameterizedTest
	@ValueSource(strings = { "/throw", "/nowhere", "/status/503", "/reject", "/async", "/async-fails", "/async-rejects",
			"/raw-async", "/deferred-timeout", "/stream", "/writer" })
	void theFirstRequestEndsLikeAnyOther(String path) {
		await().untilAsserted(() -> {
			server.client.send("/throw", KeyedClient.freshKey(), "");
			assertThat(context().getApplicationEventListeners()).hasSize(1);
			String later = outcome(path);
			noneWasNeededYet();
			assertThat(outcome(path)).isEqualTo(later);
		});
	}

	/** As in a test that has a server and asks without it. */
	@Test
	void aMockOfTheContainerIsNotWaitedFor() {
		try (ServletServer own = new ServletServer(Map.of())) {
			WebApplicationContext context = WebApplicationContextUtils
				.getRequiredWebApplicationContext(own.bean(ServletContext.class));
			Filter filter = context.getBean("mainstayIdempotencyFilter", FilterRegistrationBean.class).getFilter();
			MockMvcTester mvc = MockMvcTester.from(context, (builder) -> builder.addFilters(filter).build());
			for (int i = 0; i < 2; i++) {
				assertThat(mvc.post().uri("/reject").header(IdempotencyHeaders.KEY, "k"))
					.hasHeader(IdempotencyHeaders.STATUS, "created");
			}
		}
	}

	private static String outcome(String path) {
		String key = KeyedClient.freshKey();
		Answer first = server.client.send(path, key, "");
		Answer second = server.client.send(path, key, "");
		return first.status() + " " + first.keyStatus() + ", " + second.status() + " " + second.keyStatus() + " "
				+ second.text().contains("idempotency-in-progress");
	}

	private static StandardContext context() {
		return (StandardContext) Objects.requireNonNull(server.bean(Contexts.class).context);
	}

	/**
	 * Knows the context of Tomcat.
	 */
	static class Contexts implements TomcatContextCustomizer {

		private volatile @Nullable Context context;

		@Override
		public void customize(Context context) {
			this.context = context;
		}

	}

}
