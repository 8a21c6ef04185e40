package dev.mainstay.tests.coexistence;

import java.util.Map;

import dev.mainstay.tests.ordinary.OrdinaryApplication;

import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;

/**
 * An application that sets properties from its code, in both ways that stand below its
 * {@code application.properties}.
 */
@Configuration(proxyBeanMethods = false)
@Import(OrdinaryApplication.class)
@PropertySource("classpath:own.properties")
public class ConfiguredApplication {

	public static void main(String[] args) {
		SpringApplication application = new SpringApplication(ConfiguredApplication.class);
		application.setDefaultProperties(Map.of("logging.structured.format.console", "logstash",
				"management.tracing.sampling.probability", "1.0", "spring.application.name", "configured"));
		application.run(args);
	}

}
