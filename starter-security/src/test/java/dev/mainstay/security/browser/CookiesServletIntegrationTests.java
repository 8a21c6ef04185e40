package dev.mainstay.security.browser;

import jakarta.servlet.http.HttpSession;

import org.springframework.boot.WebApplicationType;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

class CookiesServletIntegrationTests extends AbstractCookiesIntegrationTests {

	CookiesServletIntegrationTests() {
		super(WebApplicationType.SERVLET, Remembering.class);
	}

	@Configuration(proxyBeanMethods = false)
	@Import(BrowserApplication.class)
	@RestController
	static class Remembering {

		@GetMapping("/remember")
		String remember(HttpSession session) {
			String answer = (session.getAttribute("known") != null) ? "known" : "new";
			session.setAttribute("known", "yes");
			return answer;
		}

	}

}
