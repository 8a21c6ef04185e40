package dev.mainstay.core.problem.servlet;

import java.util.List;

import dev.mainstay.core.masking.TextMasker;
import dev.mainstay.core.problem.ForgedRequests;
import dev.mainstay.core.problem.ProblemFormat;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;

import static org.assertj.core.api.Assertions.assertThat;

class SecurityRefusalFilterTests {

	private static final String SPRING_SESSION = "org.springframework.session.SessionRepository";

	private final SecurityRefusalFilter filter = new SecurityRefusalFilter(
			new SecurityRefusals(new ServletProblemWriter(new ProblemFormat("urn:", TextMasker.none())), () -> {
				throw new IllegalStateException();
			}, () -> {
				throw new IllegalStateException();
			}, (status) -> false, new ForgedRequests(List::of)));

	/** To ask Spring Session for a session is to ask its store. */
	@Test
	void aStoreOfSessionsIsNotAskedForARequestThatIsLetThrough() throws Exception {
		MockHttpServletRequest request = new RequestOfStore();
		request.setAttribute(SPRING_SESSION, "the store");
		MockFilterChain chain = new MockFilterChain();
		this.filter.doFilter(request, new MockHttpServletResponse(), chain);
		assertThat(chain.getRequest()).isNotNull();
	}

	/** An entry point of the application may look for what the chain has saved. */
	@Test
	void aRequestIsSavedForWhoeverLooksForItBeforeTheAnswer() throws Exception {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", "/secret");
		RequestCache cache = new RefusedRequestCache(new HttpSessionRequestCache());
		this.filter.doFilter(request, new MockHttpServletResponse(), (outer, answer) -> {
			HttpServletRequest refused = (HttpServletRequest) outer;
			HttpServletResponse response = (HttpServletResponse) answer;
			cache.saveRequest(refused, response);
			assertThat(request.getSession(false)).isNull();
			assertThat(new HttpSessionRequestCache().getRequest(refused, response)).isNotNull();
		});
	}

	private static final class RequestOfStore extends MockHttpServletRequest {

		@Override
		public @Nullable String getRequestedSessionId() {
			throw new IllegalStateException("The store was asked");
		}

		@Override
		public @Nullable HttpSession getSession(boolean create) {
			throw new IllegalStateException("The store was asked");
		}

	}

}
