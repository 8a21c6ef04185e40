package dev.mainstay.tests.contract;

import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * The service of Spring MVC on Jetty, though Tomcat is there.
 */
@Configuration(proxyBeanMethods = false)
@Import(ServletService.class)
class JettyService {

	@Bean
	JettyServletWebServerFactory webServerFactory() {
		return new JettyServletWebServerFactory();
	}

}
