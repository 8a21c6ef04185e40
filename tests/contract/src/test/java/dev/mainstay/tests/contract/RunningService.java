package dev.mainstay.tests.contract;

import java.util.Locale;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The service on any free port, with everything enforced.
 */
record RunningService(ConfigurableApplicationContext context) implements AutoCloseable {

	static RunningService start(Class<?> service, String type) {
		return new RunningService(
				new SpringApplicationBuilder(service).web(WebApplicationType.valueOf(type.toUpperCase(Locale.ROOT)))
					.run("--server.port=0", "--mainstay.mode=enforce", "--mainstay.validation.limits.large-body=16MB",
							"--spring.http.codecs.max-in-memory-size=16MB", "--spring.main.banner-mode=off",
							"--spring.datasource.url=jdbc:h2:mem:" + type + System.nanoTime(),
							"--spring.jpa.hibernate.ddl-auto=create", "--spring.jpa.open-in-view=false"));
	}

	Wire wire() {
		return new Wire(Integer.parseInt(this.context.getEnvironment().getRequiredProperty("local.server.port")));
	}

	@Override
	public void close() {
		this.context.close();
	}

}
