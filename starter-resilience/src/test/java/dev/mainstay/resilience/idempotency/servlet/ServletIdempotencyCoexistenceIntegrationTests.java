package dev.mainstay.resilience.idempotency.servlet;

import java.util.Map;
import java.util.stream.IntStream;

import dev.mainstay.resilience.idempotency.KeyedClient;
import dev.mainstay.resilience.idempotency.KeyedClient.Answer;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.CommonsRequestLoggingFilter;
import org.springframework.web.filter.ForwardedHeaderFilter;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import org.springframework.web.util.ContentCachingRequestWrapper;
import org.springframework.web.util.ContentCachingResponseWrapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Filters of the application that wrap requests and answers, before and behind the one
 * under test.
 */
class ServletIdempotencyCoexistenceIntegrationTests {

	private static ServletServer server;

	private final String key = KeyedClient.freshKey();

	@BeforeAll
	static void start() {
		server = new ServletServer(Map.of("spring.threads.virtual.enabled", true), WrappingFilters.class);
	}

	@AfterAll
	static void stop() {
		server.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/orders", "/text", "/bin?bytes=100000", "/204", "/async", "/reject", "/conflict",
			"/async-rejects" })
	void repetitionIsReplayed(String path) {
		Answer first = server.client.send(path, this.key, "{\"item\":\"book\"}");
		Answer second = server.client.send(path, this.key, "{\"item\":\"book\"}");
		assertThat(second.isReplay()).as("%s", second).isTrue();
		assertThat(second.status()).isEqualTo(first.status());
		assertThat(second.bytes()).isEqualTo(first.bytes());
		assertThat(second.header("Content-Type")).isEqualTo(first.header("Content-Type"));
		assertThat(second.response().headers().allValues("X-Outer")).containsExactly("now");
		assertThat(second.response().headers().allValues("X-Inner")).isEmpty();
	}

	@Test
	void otherBodyIsRefused() {
		server.client.send("/orders", this.key, "{\"item\":\"book\"}");
		assertThat(server.client.send("/orders", this.key, "{\"item\":\"pen\"}").status()).isEqualTo(422);
	}

	@Test
	void handlerSeesTheBodyOnceAndWhole() {
		IntStream.of(0, 1, 10_000, 2_000_000)
			.forEach((size) -> assertThat(
					server.client.send("/length", KeyedClient.freshKey(), "x".repeat(size)).status())
				.isEqualTo((size > 0) ? 200 : 400));
	}

	/**
	 * A response filter in the manner of request loggers, and Spring's own.
	 */
	@Configuration(proxyBeanMethods = false)
	static class WrappingFilters {

		@Bean
		FilterRegistrationBean<Filter> outerLogger() {
			return at(-200, logging("X-Outer"));
		}

		@Bean
		FilterRegistrationBean<Filter> innerLogger() {
			return at(0, logging("X-Inner"));
		}

		@Bean
		FilterRegistrationBean<Filter> outerTags() {
			return at(-150, new ShallowEtagHeaderFilter());
		}

		@Bean
		FilterRegistrationBean<Filter> innerTags() {
			return at(10, new ShallowEtagHeaderFilter());
		}

		@Bean
		FilterRegistrationBean<Filter> forwardedHeaders() {
			return at(-300, new ForwardedHeaderFilter());
		}

		@Bean
		FilterRegistrationBean<Filter> payloadLogger() {
			CommonsRequestLoggingFilter filter = new CommonsRequestLoggingFilter();
			filter.setIncludePayload(true);
			filter.setIncludeHeaders(true);
			return at(20, filter);
		}

		private static FilterRegistrationBean<Filter> at(int order, Filter filter) {
			FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
			registration.setOrder(order);
			return registration;
		}

		private static Filter logging(String header) {
			return (request, response, chain) -> {
				ContentCachingRequestWrapper in = new ContentCachingRequestWrapper((HttpServletRequest) request, 1000);
				ContentCachingResponseWrapper out = new ContentCachingResponseWrapper((HttpServletResponse) response);
				out.setHeader(header, "now");
				chain.doFilter(in, out);
				if (in.isAsyncStarted()) {
					in.getAsyncContext().addListener(new CopyingListener(out));
				}
				else {
					out.copyBodyToResponse();
				}
			};
		}

	}

}
