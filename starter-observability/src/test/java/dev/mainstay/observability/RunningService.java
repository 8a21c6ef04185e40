package dev.mainstay.observability;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;

import dev.mainstay.core.mode.Feature;
import dev.mainstay.core.mode.Features;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LoggingSystemProperty;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A service on a real server, with the logging system set up as in a process of its own.
 */
public final class RunningService implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final ConfigurableApplicationContext context;

	private final WrittenLines lines;

	private RunningService(ConfigurableApplicationContext context, WrittenLines lines) {
		this.context = context;
		this.lines = lines;
	}

	public static RunningService start(WebApplicationType type, Class<?> application, String... properties) {
		forgetLoggingOfOtherServices();
		String[] arguments = Stream
			.concat(Stream.of("server.port=0", "spring.application.name=orders"), Arrays.stream(properties))
			.map((property) -> "--" + property)
			.toArray(String[]::new);
		WrittenLines lines = WrittenLines.record();
		return new RunningService(new SpringApplicationBuilder(application).web(type).run(arguments), lines);
	}

	/** Spring Boot hands settings to the logging system through these and leaves them. */
	private static void forgetLoggingOfOtherServices() {
		Arrays.stream(LoggingSystemProperty.values())
			.map(LoggingSystemProperty::getEnvironmentVariableName)
			.forEach(System::clearProperty);
	}

	/**
	 * A request on a connection of its own: Reactor Netty 1.3.7 may never read the next
	 * one of a connection (reactor/reactor-netty#4361).
	 */
	public HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
		HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).timeout(PATIENCE);
		if (headers.length > 0) {
			request.headers(headers);
		}
		return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
	}

	public URI uri(String path) {
		String port = this.context.getEnvironment().getProperty("local.server.port");
		return URI.create("http://127.0.0.1:" + port + path);
	}

	public ConfigurableApplicationContext context() {
		return this.context;
	}

	public Feature feature(String name) {
		return this.context.getBean(Features.class)
			.all()
			.stream()
			.filter((feature) -> feature.name().equals(name))
			.findFirst()
			.orElseThrow();
	}

	@Override
	public void close() {
		this.context.close();
		forgetLoggingOfOtherServices();
		this.lines.check();
	}

}
