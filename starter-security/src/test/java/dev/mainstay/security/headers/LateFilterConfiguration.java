package dev.mainstay.security.headers;

import java.io.IOException;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * A servlet that leaves its answer in the buffer, and a filter that adds a header to it
 * then.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = Type.SERVLET)
class LateFilterConfiguration {

	@Bean
	ServletRegistrationBean<HttpServlet> bufferingServlet() {
		return new ServletRegistrationBean<>(new BufferingServlet(), "/servlet/*");
	}

	@Bean
	FilterRegistrationBean<Filter> lateFilter() {
		FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>((request, response, chain) -> {
			chain.doFilter(request, response);
			((HttpServletResponse) response).addHeader("X-Frame-Options", "SAMEORIGIN");
		});
		registration.addUrlPatterns("/servlet/*");
		return registration;
	}

	private static final class BufferingServlet extends HttpServlet {

		@Override
		protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
			response.setContentType("application/json");
			if (!request.getPathInfo().equals("/empty")) {
				response.getOutputStream().print("{}");
			}
		}

	}

}
