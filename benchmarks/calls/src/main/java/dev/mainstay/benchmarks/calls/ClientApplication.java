package dev.mainstay.benchmarks.calls;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * An application that calls others, with the client that Spring Boot makes for it.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
class ClientApplication {

	/** Start it, with the policy of Mainstay or without. */
	static ConfigurableApplicationContext start(boolean policy, String factory, String... settings) {
		return new SpringApplicationBuilder(ClientApplication.class).web(WebApplicationType.NONE)
			.logStartupInfo(false)
			.properties("logging.level.root=warn", "spring.main.banner-mode=off",
					"mainstay.http-client.enabled=" + policy, "spring.http.clients.imperative.factory=" + factory)
			.properties(settings)
			.run();
	}

}
