package dev.mainstay.tests.rotation;

import java.util.ArrayList;
import java.util.List;

import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The application in this JVM, which looks at its files ten times a second.
 */
final class Running implements AutoCloseable {

	static final String EXCLUDE_DATABASE = "--spring.autoconfigure.exclude="
			+ "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration";

	private final ConfigurableApplicationContext context;

	private Running(ConfigurableApplicationContext context) {
		this.context = context;
	}

	static Running start(String... arguments) {
		List<String> all = new ArrayList<>(
				List.of("--server.port=0", "--mainstay.security.secrets.reload-interval=100ms",
						"--spring.main.banner-mode=off", "--management.endpoint.health.show-details=always"));
		all.addAll(List.of(arguments));
		return new Running(SpringApplication.run(RotationApplication.class, all.toArray(String[]::new)));
	}

	int port() {
		return ((WebServerApplicationContext) this.context).getWebServer().getPort();
	}

	<T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	int taken(String kind) {
		return count(kind, "taken");
	}

	int refused(String kind) {
		return count(kind, "refused");
	}

	private int count(String kind, String outcome) {
		return (int) bean(MeterRegistry.class).get("mainstay.secrets.reloads")
			.tag("kind", kind)
			.tag("outcome", outcome)
			.functionCounter()
			.count();
	}

	@Override
	public void close() {
		this.context.close();
	}

}
