package dev.mainstay.core.validation.limits.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.connector.Request;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;

class ServerRequestsTests {

	private final HttpServletRequest server = new Request(new Connector(), new org.apache.coyote.Request())
		.getRequest();

	@Test
	void theRequestOfTheServerIsHeldToItsLength() {
		assertThat(ServerRequests.isOfServer(this.server)).isTrue();
	}

	@Test
	void oneThatSomebodyElseHasWrappedMayHaveAnotherBody() {
		assertThat(ServerRequests.isOfServer(new Inflated(this.server))).isFalse();
	}

	@Test
	void ofAnotherServerNothingIsKnown() {
		assertThat(ServerRequests.isOfServer(new MockHttpServletRequest())).isFalse();
	}

	/** As an application would have one. */
	private static final class Inflated extends HttpServletRequestWrapper {

		Inflated(HttpServletRequest request) {
			super(request);
		}

	}

}
