package dev.mainstay.core.problem.servlet;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

import dev.mainstay.core.problem.Answer;
import dev.mainstay.core.problem.Orders;
import dev.mainstay.core.problem.Service;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.WebApplicationType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The ways that only the servlet stack has for a request to fail.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServletErrorPathIntegrationTests {

	private Service service;

	@BeforeAll
	void start() {
		this.service = Service.start(WebApplicationType.SERVLET, new Class<?>[] { FailingConfiguration.class },
				"server.servlet.context-path=/shop", "spring.mvc.servlet.path=/api", "spring.web.error.path=/oops",
				"spring.mvc.async.request-timeout=200");
	}

	@AfterAll
	void stop() {
		this.service.close();
	}

	@ParameterizedTest
	@CsvSource({ "send/418,418,client-error", "send/499,499,client-error", "send/503,503,temporarily-overloaded",
			"send/599,599,server-error", "callable,500,internal-error", "late,500,internal-error",
			"never,503,temporarily-overloaded", "advice,500,internal-error", "filter-status,404,not-found",
			"filter-throws,500,internal-error", "filter-sends,403,forbidden", "written,500,internal-error" })
	void everyWayToFailEndsInAProblem(String path, int status, String code) {
		Answer answer = this.service.get("/shop/api/" + path);
		assertThat(answer.status()).isEqualTo(status);
		assertThat(answer.type()).isEqualTo("application/problem+json");
		assertThat(answer.json().path("status").asInt()).isEqualTo(status);
		assertThat(answer.json().path("code").asString()).isEqualTo(code);
		assertThat(answer.json().path("instance").asString()).isEqualTo("/shop/api/" + path);
		assertThat(answer.all()).doesNotContain("hunter");
	}

	@Test
	void theFilterOfTheApplicationSeesTheFailure() {
		this.service.get("/shop/api/boom");
		assertThat(this.service.context().getBean(WatchingFilter.class).seen).hasRootCauseMessage(Orders.CANARY);
	}

	@Test
	void headHasTheHeadersAndNoBody() {
		Answer answer = Answer.to(HttpRequest.newBuilder(URI.create(this.service.url("/shop/api/boom")))
			.method("HEAD", HttpRequest.BodyPublishers.noBody()));
		assertThat(answer.status()).isEqualTo(500);
		assertThat(answer.type()).isEqualTo("application/problem+json");
		assertThat(answer.body()).isEmpty();
	}

	@Test
	void aCommittedResponseIsLeftAsItIs() {
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> this.service.get("/shop/api/committed"))
			.withCauseInstanceOf(IOException.class);
	}

	@Test
	void anInterceptorThatAlsoFailsOnThePageOfErrorsHidesNothing() {
		Answer answer = this.service.get("/shop/api/send/418?intercepted");
		assertThat(answer.status()).isEqualTo(418);
		assertThat(answer.type()).isEqualTo("application/problem+json");
		assertThat(answer.json().path("code").asString()).isEqualTo("client-error");
		assertThat(answer.all()).doesNotContain("hunter");
	}

	@Test
	void theErrorPathItselfIsNotFound() {
		Answer answer = this.service.get("/shop/api/oops");
		assertThat(answer.status()).isEqualTo(404);
		assertThat(answer.json().path("code").asString()).isEqualTo("not-found");
	}

	@Configuration(proxyBeanMethods = false)
	@Import(FailingController.class)
	static class FailingConfiguration implements WebMvcConfigurer {

		@Override
		public void addInterceptors(InterceptorRegistry registry) {
			registry.addInterceptor(new FailingInterceptor());
		}

		@Bean
		WatchingFilter watchingFilter() {
			return new WatchingFilter();
		}

	}

	static class WatchingFilter extends OncePerRequestFilter implements Filter {

		private volatile Throwable seen;

		@Override
		protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
				throws ServletException, IOException {
			if (request.getRequestURI().endsWith("filter-status")) {
				throw new ResponseStatusException(HttpStatus.NOT_FOUND, Orders.CANARY);
			}
			if (request.getRequestURI().endsWith("filter-throws")) {
				throw new ServletException(new IllegalStateException(Orders.CANARY));
			}
			if (request.getRequestURI().endsWith("filter-sends")) {
				response.sendError(403, Orders.CANARY);
				return;
			}
			watch(request, response, chain);
		}

		private void watch(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
				throws ServletException, IOException {
			try {
				chain.doFilter(request, response);
			}
			catch (ServletException | RuntimeException ex) {
				this.seen = ex;
				throw ex;
			}
		}

	}

	static class FailingInterceptor implements HandlerInterceptor {

		@Override
		public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
			if (request.getDispatcherType() == DispatcherType.ERROR && "intercepted".equals(request.getQueryString())) {
				throw new IllegalStateException(Orders.CANARY);
			}
			return true;
		}

	}

	@RestController
	static class FailingController {

		@GetMapping("/send/{status}")
		void send(@PathVariable int status, HttpServletResponse response) throws IOException {
			response.sendError(status, Orders.CANARY);
		}

		@GetMapping("/callable")
		Callable<String> callable() {
			return () -> {
				throw new IllegalStateException(Orders.CANARY);
			};
		}

		@GetMapping("/late")
		CompletableFuture<String> late() {
			return CompletableFuture.supplyAsync(() -> {
				throw new IllegalStateException(Orders.CANARY);
			});
		}

		@GetMapping("/never")
		DeferredResult<String> never() {
			return new DeferredResult<>();
		}

		@GetMapping("/advice")
		String advice() {
			throw new UnsupportedOperationException(Orders.CANARY);
		}

		@ExceptionHandler
		String handle(UnsupportedOperationException ex) {
			throw new IllegalStateException(Orders.CANARY, ex);
		}

		@GetMapping("/written")
		void written(HttpServletResponse response) throws IOException {
			response.setContentType("text/csv");
			response.setContentLength(100);
			response.getWriter().write("half of the answer");
			throw new IllegalStateException(Orders.CANARY);
		}

		@GetMapping("/committed")
		void committed(HttpServletResponse response) throws IOException {
			response.setContentType("text/plain");
			response.getOutputStream().write("half".getBytes(StandardCharsets.UTF_8));
			response.flushBuffer();
			throw new IllegalStateException(Orders.CANARY);
		}

	}

}
