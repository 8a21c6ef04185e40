package dev.mainstay.core.hardening.errors;

import java.io.IOException;
import java.util.Map;
import java.util.NoSuchElementException;

import com.example.shop.CatalogueController;
import dev.mainstay.core.failure.autoconfigure.FailureAutoConfiguration;
import dev.mainstay.core.hardening.probe.ProbeHandler;
import dev.mainstay.core.mode.autoconfigure.LadderAutoConfiguration;
import dev.mainstay.core.mode.autoconfigure.ModeAutoConfiguration;
import dev.mainstay.core.problem.autoconfigure.ProblemAutoConfiguration;
import dev.mainstay.core.problem.autoconfigure.ReactiveProblemAutoConfiguration;
import dev.mainstay.core.problem.autoconfigure.ServletProblemAutoConfiguration;
import dev.mainstay.core.request.autoconfigure.RequestAutoConfiguration;
import dev.mainstay.core.request.autoconfigure.RequestReactiveAutoConfiguration;
import dev.mainstay.core.request.autoconfigure.RequestServletAutoConfiguration;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.TypeMismatchException;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.codec.autoconfigure.CodecsAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.webflux.autoconfigure.WebFluxAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.error.ErrorWebFluxAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.filter.GenericFilterBean;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;
import static dev.mainstay.core.hardening.VerdictAssert.assertThatProbing;

class FailureAnswersCheckTests {

	private static final AutoConfigurations MAINSTAY = AutoConfigurations.of(LadderAutoConfiguration.class,
			ModeAutoConfiguration.class, RequestAutoConfiguration.class, RequestServletAutoConfiguration.class,
			RequestReactiveAutoConfiguration.class, FailureAutoConfiguration.class, ProblemAutoConfiguration.class,
			ServletProblemAutoConfiguration.class, ReactiveProblemAutoConfiguration.class);

	private final FailureAnswersCheck check = new FailureAnswersCheck();

	private final WebApplicationContextRunner boot = new WebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(JacksonAutoConfiguration.class,
				HttpMessageConvertersAutoConfiguration.class, DispatcherServletAutoConfiguration.class,
				WebMvcAutoConfiguration.class, ErrorMvcAutoConfiguration.class))
		.withUserConfiguration(CatalogueController.class);

	private final WebApplicationContextRunner hardened = this.boot.withConfiguration(MAINSTAY);

	private final ReactiveWebApplicationContextRunner reactive = new ReactiveWebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(JacksonAutoConfiguration.class, CodecsAutoConfiguration.class,
				WebFluxAutoConfiguration.class, ErrorWebFluxAutoConfiguration.class))
		.withUserConfiguration(CatalogueController.class);

	@Test
	void whatBootAnswersIsForPrograms() {
		this.boot.run((context) -> assertThatProbing(this.check, context).passes());
		this.reactive.run((context) -> assertThatProbing(this.check, context).passes());
	}

	@Test
	void messagesThatBootIsToldToTellAreFound() {
		this.boot.withPropertyValues("spring.web.error.include-message=always")
			.run((context) -> assertThatProbing(this.check, context).fails(
					"a text for a number is answered with the text of an exception (java.lang.)",
					"a handler that fails is answered with the text of an exception"));
	}

	@Test
	void formOfTheApplicationsOwnPasses() {
		this.boot.withUserConfiguration(OwnFormAdvice.class)
			.run((context) -> assertThatProbing(this.check, context).passes());
	}

	@Test
	void resourceForAllPathsPasses() {
		this.hardened.withBean(SinglePage.class).run((context) -> assertThatProbing(this.check, context).passes());
	}

	@Test
	void whatAFilterAnswersFirstIsUnknown() {
		this.hardened.withBean("ownAuthentication", Refusing.class)
			.run((context) -> assertThatProbing(this.check, context).isUnknown());
	}

	@Test
	void adviceThatTellsTheMessageOfAnyExceptionIsFound() {
		this.hardened.withUserConfiguration(TalkativeAdvice.class)
			.run((context) -> assertThatProbing(this.check, context).fails(
					"a path without a handler is answered as text/plain",
					"half a JSON document is answered as text/plain", "a text for a number is answered as text/plain",
					"a text for a number is answered with the text of an exception (java.lang.)",
					"a handler that fails is answered with status 400",
					"a handler that fails is answered as text/plain",
					"a handler that fails is answered with the text of an exception",
					"a method that no handler has is answered as text/plain"));
	}

	@Test
	void filterThatAnswersFailuresInItsOwnFormIsFound() {
		this.hardened.withBean(OwnAnswers.class)
			.run((context) -> assertThatProbing(this.check, context)
				.fails("a handler that fails is answered as nothing at all (status 500)"));
	}

	@Test
	void problemsPass() {
		this.hardened.run((context) -> assertThatProbing(this.check, context).passes());
	}

	@Test
	void problemsOnTheReactiveStackPass() {
		this.reactive.withConfiguration(MAINSTAY).run((context) -> assertThatProbing(this.check, context).passes());
	}

	@ParameterizedTest
	@ValueSource(strings = { "spring.mvc.servlet.path=/api", "spring.mvc.problemdetails.enabled=true" })
	void otherWaysToServePass(String property) {
		this.hardened.withPropertyValues(property).run((context) -> assertThatProbing(this.check, context).passes());
	}

	@Test
	void adviceForTheFailuresOfTheApplicationPasses() {
		this.hardened.withUserConfiguration(OwnFailuresAdvice.class)
			.run((context) -> assertThatProbing(this.check, context).passes());
	}

	@Test
	void withoutProbesOrRequestsThereIsNothingToSee() {
		this.boot.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
		new ApplicationContextRunner().run((context) -> assertThatProbing(this.check, context).isNotApplicable());
	}

	@RestControllerAdvice
	static class TalkativeAdvice {

		@ExceptionHandler
		ResponseEntity<String> any(Exception ex) {
			return ResponseEntity.status(HttpStatus.BAD_REQUEST)
				.header("Content-Type", "text/plain")
				.body(String.valueOf(ex.getMessage()));
		}

	}

	@RestControllerAdvice
	static class OwnFailuresAdvice {

		@ExceptionHandler
		ResponseEntity<String> ours(NoSuchElementException ex) {
			return ResponseEntity.badRequest().body("ours");
		}

	}

	@RestControllerAdvice
	static class OwnFormAdvice {

		@ExceptionHandler
		ResponseEntity<Map<String, String>> any(Exception ex) {
			int status = (ex instanceof ErrorResponse known) ? known.getStatusCode().value() : 500;
			int answered = (ex instanceof HttpMessageNotReadableException || ex instanceof TypeMismatchException) ? 400
					: status;
			return ResponseEntity.status(answered).body(Map.of("error", "E" + answered));
		}

	}

	/** As containers of single-page applications forward what no file is there for. */
	static class SinglePage extends GenericFilterBean {

		@Override
		public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
				throws IOException, ServletException {
			String path = ((HttpServletRequest) request).getRequestURI();
			if (request.getDispatcherType() == DispatcherType.REQUEST && path.startsWith("/mainstay-probe")
					&& request.getAttribute(ProbeHandler.ATTRIBUTE) == null) {
				request.getRequestDispatcher("/articles").forward(request, response);
			}
			else {
				chain.doFilter(request, response);
			}
		}

	}

	static class Refusing extends GenericFilterBean {

		@Override
		public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain) throws IOException {
			((HttpServletResponse) response).sendError(HttpServletResponse.SC_UNAUTHORIZED);
		}

	}

	static class OwnAnswers extends GenericFilterBean {

		@Override
		public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain) throws IOException {
			try {
				chain.doFilter(request, response);
			}
			catch (Exception ex) {
				((HttpServletResponse) response).setStatus(500);
			}
		}

	}

}
