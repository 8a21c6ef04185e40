package dev.mainstay.core.hardening.browser;

import java.io.IOException;

import com.example.shop.CatalogueController;
import dev.mainstay.core.mode.autoconfigure.LadderAutoConfiguration;
import dev.mainstay.core.mode.autoconfigure.ModeAutoConfiguration;
import dev.mainstay.core.request.autoconfigure.RequestAutoConfiguration;
import dev.mainstay.core.request.autoconfigure.RequestReactiveAutoConfiguration;
import dev.mainstay.core.request.autoconfigure.RequestServletAutoConfiguration;
import dev.mainstay.security.headers.autoconfigure.SecurityHeadersAutoConfiguration;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.webflux.autoconfigure.WebFluxAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.web.filter.OncePerRequestFilter;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;
import static dev.mainstay.core.hardening.VerdictAssert.assertThatProbing;

class AnswerHeadersCheckTests {

	private static final AutoConfigurations MAINSTAY = AutoConfigurations.of(LadderAutoConfiguration.class,
			ModeAutoConfiguration.class, RequestAutoConfiguration.class, RequestServletAutoConfiguration.class,
			RequestReactiveAutoConfiguration.class, SecurityHeadersAutoConfiguration.class);

	private final AnswerHeadersCheck check = new AnswerHeadersCheck();

	private final WebApplicationContextRunner boot = new WebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DispatcherServletAutoConfiguration.class,
				WebMvcAutoConfiguration.class, ErrorMvcAutoConfiguration.class))
		.withUserConfiguration(CatalogueController.class);

	private final ReactiveWebApplicationContextRunner reactive = new ReactiveWebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(WebFluxAutoConfiguration.class))
		.withUserConfiguration(CatalogueController.class);

	@Test
	void answersWithoutTheHeaderAreFound() {
		this.boot.run((context) -> assertThatProbing(this.check, context).fails(
				"the answer to GET /mainstay-probe/7c1f has no X-Content-Type-Options: nosniff (status 404)",
				"the answer to GET /articles has no"));
		this.reactive.run(
				(context) -> assertThatProbing(this.check, context).fails("GET /mainstay-probe/7c1f", "GET /articles"));
	}

	@Test
	void productThatIsNamedIsFound() {
		this.boot.withConfiguration(MAINSTAY)
			.withBean(PoweredBy.class)
			.run((context) -> assertThatProbing(this.check, context).fails("names what has made it: Shop 1.2",
					"names what has made it"));
	}

	@Test
	void headersOfMainstayPass() {
		this.boot.withConfiguration(MAINSTAY).run((context) -> assertThatProbing(this.check, context).passes());
		this.reactive.withConfiguration(MAINSTAY).run((context) -> assertThatProbing(this.check, context).passes());
	}

	@Test
	void headersOfSpringSecurityPass() {
		this.boot
			.withConfiguration(AutoConfigurations.of(SecurityAutoConfiguration.class,
					ServletWebSecurityAutoConfiguration.class, SecurityFilterAutoConfiguration.class))
			.run((context) -> assertThatProbing(this.check, context).passes());
	}

	@Test
	void withoutProbesThereIsNothingToSee() {
		this.boot.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

	static class PoweredBy extends OncePerRequestFilter {

		@Override
		protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
				throws ServletException, IOException {
			response.setHeader("X-Powered-By", "Shop 1.2");
			chain.doFilter(request, response);
		}

	}

}
