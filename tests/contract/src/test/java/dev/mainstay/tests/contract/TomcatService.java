package dev.mainstay.tests.contract;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * The service of Spring MVC on Tomcat, though Jetty is there.
 */
@Configuration(proxyBeanMethods = false)
@Import(ServletService.class)
class TomcatService {

	@Bean
	TomcatServletWebServerFactory webServerFactory() {
		return new TomcatServletWebServerFactory();
	}

}
