package dev.mainstay.security.browser;

import org.springframework.boot.WebApplicationType;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.WebSession;

class CookiesReactiveIntegrationTests extends AbstractCookiesIntegrationTests {

	CookiesReactiveIntegrationTests() {
		super(WebApplicationType.REACTIVE, Remembering.class);
	}

	@Configuration(proxyBeanMethods = false)
	@Import(BrowserApplication.class)
	@RestController
	static class Remembering {

		@GetMapping("/remember")
		String remember(WebSession session) {
			String answer = (session.getAttribute("known") != null) ? "known" : "new";
			session.getAttributes().put("known", "yes");
			return answer;
		}

	}

}
