package dev.mainstay.core.problem.servlet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

import static org.assertj.core.api.Assertions.assertThat;

class CsrfRefusalTests {

	private final List<Boolean> refusals = new ArrayList<>();

	private final CsrfFilter check = new CsrfFilter(new HttpSessionCsrfTokenRepository());

	CsrfRefusalTests() {
		this.check.setAccessDeniedHandler((request, response, denied) -> refuse());
	}

	@Test
	void theCheckIsKnownWhoeverAnswersForIt() throws Exception {
		send("POST", (request, response, chain) -> chain.doFilter(request, response));
		assertThat(this.refusals).containsExactly(true);
	}

	/** Such as one that reads tokens, which most often stands there. */
	@Test
	void aFilterOfTheApplicationBehindTheCheckIsNotTheCheck() throws Exception {
		send("GET", (request, response, chain) -> refuse());
		assertThat(this.refusals).containsExactly(false);
	}

	private void refuse() {
		this.refusals.add(CsrfRefusal.isUnderWay());
	}

	private void send(String method, Filter filter) throws IOException, ServletException {
		FilterChainProxy proxy = new FilterChainProxy(
				new DefaultSecurityFilterChain(AnyRequestMatcher.INSTANCE, this.check, filter));
		HttpServletResponse response = new MockHttpServletResponse();
		proxy.doFilter(new MockHttpServletRequest(method, "/"), response, new MockFilterChain());
	}

}
