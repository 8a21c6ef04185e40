package dev.mainstay.tests.coexistence;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;

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
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.CommonsRequestLoggingFilter;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import org.springframework.web.util.ContentCachingRequestWrapper;
import org.springframework.web.util.ContentCachingResponseWrapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application whose filters read bodies, keep answers, and log both.
 */
@ExtendWith(OutputCaptureExtension.class)
class OwnFiltersTests {

	private static final List<String> LOGGING = List
		.of("--logging.level.org.springframework.web.filter.CommonsRequestLoggingFilter=debug");

	private static final String ORDER = "{\"customer\":\"c\",\"items\":[{\"sku\":\"s\",\"quantity\":1}]}";

	@Test
	void answersAreWhatTheyWere() {
		BeforeAndAfter answers = BeforeAndAfter.of(WithFilters.class, LOGGING, OwnFiltersTests::requests,
				"--mainstay.mode=enforce");
		assertThat(answers.after()).isEqualTo(answers.before());
		assertThat(answers.before()).filteredOn((answer) -> answer.headers().containsKey("etag")).isNotEmpty();
		assertThat(answers.before().get(1).headers()).containsEntry("x-length", "8");
	}

	@ParameterizedTest
	@MethodSource("dev.mainstay.tests.harness.World#both")
	void itsFiltersSeeWhatTheySaw(World world, CapturedOutput output) {
		try (WorldApplication application = world.start(WithFilters.class,
				Stream.concat(LOGGING.stream(), Stream.of("--mainstay.logging.format=text")).toArray(String[]::new))) {
			application.http().post("/orders?quick=true", ORDER, "Idempotency-Key", "\"k-1\"");
			application.http().get("/failing");
			assertThat(output).contains("After request [POST /orders?quick=true, payload=" + ORDER + "]",
					"Kept body " + ORDER + " and answer {\"id\":1} of POST 201",
					"Seen java.lang.IllegalStateException");
		}
	}

	private static Stream<HttpResponse<String>> requests(Http http) {
		return Stream.of(http.post("/orders", ORDER), http.get("/orders/1"),
				http.get("/orders/1", "If-None-Match", "\"06d33ef9cda4e14e6f4d5d8f29ce4e5e8\""),
				http.post("/orders", ORDER, "Idempotency-Key", "\"k-1\""), http.get("/page", "Accept", "text/html"),
				http.get("/actuator/health"));
	}

	@Configuration(proxyBeanMethods = false)
	@Import({ OrdinaryApplication.class, KeepingFilter.class })
	static class WithFilters {

		@Bean
		CommonsRequestLoggingFilter requestLoggingFilter() {
			CommonsRequestLoggingFilter filter = new CommonsRequestLoggingFilter();
			filter.setIncludeQueryString(true);
			filter.setIncludePayload(true);
			filter.setMaxPayloadLength(1_000);
			return filter;
		}

		@Bean
		ShallowEtagHeaderFilter etagFilter() {
			return new ShallowEtagHeaderFilter();
		}

	}

	@Order(10)
	static class KeepingFilter extends OncePerRequestFilter {

		@Override
		protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
				throws ServletException, IOException {
			ContentCachingRequestWrapper kept = new ContentCachingRequestWrapper(request, 0);
			ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
			try {
				chain.doFilter(kept, answer);
			}
			catch (ServletException ex) {
				this.logger.info("Seen " + ex.getRootCause().getClass().getName());
				throw ex;
			}
			this.logger.info("Kept body " + kept.getContentAsString() + " and answer "
					+ new String(answer.getContentAsByteArray()) + " of " + request.getMethod() + " "
					+ answer.getStatus());
			answer.setHeader("X-Length", String.valueOf(answer.getContentSize()));
			answer.copyBodyToResponse();
		}

	}

}
