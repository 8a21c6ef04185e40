package dev.mainstay.security.headers;

import java.net.http.HttpResponse;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.boot.WebApplicationType;

import static org.assertj.core.api.Assertions.assertThat;

class SecurityHeadersServletIntegrationTests extends AbstractSecurityHeadersIntegrationTests {

	SecurityHeadersServletIntegrationTests() {
		super(WebApplicationType.SERVLET);
	}

	@Test
	void whatAFilterAddsBehindTheHandlerWins() {
		for (String path : List.of("/servlet/empty", "/servlet/buffered")) {
			HttpResponse<String> answer = get(path);
			assertThat(values(answer, "X-Frame-Options")).as(path).containsExactly("SAMEORIGIN");
		}
	}

}
