package dev.mainstay.security.headers;

import java.util.ArrayList;
import java.util.List;

import org.springframework.boot.WebApplicationType;

class SecurityHeadersReactiveIntegrationTests extends AbstractSecurityHeadersIntegrationTests {

	SecurityHeadersReactiveIntegrationTests() {
		super(WebApplicationType.REACTIVE);
	}

	/** Tomcat is on the class path of the tests as well, and would be preferred. */
	@Override
	List<String> exclusions() {
		List<String> exclusions = new ArrayList<>(super.exclusions());
		exclusions
			.add("org.springframework.boot.tomcat.autoconfigure.reactive.TomcatReactiveWebServerAutoConfiguration");
		return exclusions;
	}

}
