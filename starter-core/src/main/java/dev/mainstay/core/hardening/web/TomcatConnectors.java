package dev.mainstay.core.hardening.web;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.web.InspectedConnector.Limits;
import dev.mainstay.core.hardening.web.InspectedConnector.Relaxed;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.tomcat.autoconfigure.TomcatServerProperties;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;

/**
 * Reads the connectors of Tomcat. Links to it.
 */
final class TomcatConnectors {

	/** What Tomcat waits if nobody says anything. */
	private static final Duration TIMEOUT = Duration.ofSeconds(60);

	private TomcatConnectors() {
	}

	static List<InspectedConnector> running(ApplicationContext context) {
		if (!(context instanceof WebServerApplicationContext web
				&& web.getWebServer() instanceof TomcatWebServer server)) {
			return List.of();
		}
		return Arrays.stream(server.getTomcat().getService().findConnectors())
			.map(TomcatConnectors::connector)
			.filter(Objects::nonNull)
			.toList();
	}

	/** Only what speaks HTTP is of interest. */
	private static @Nullable InspectedConnector connector(Connector connector) {
		if (!(connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http)) {
			return null;
		}
		Limits limits = new Limits(connector.getMaxParameterCount(), connector.getMaxPartCount(),
				http.getMaxSwallowSize());
		return new InspectedConnector("the connector " + http.getName().replace("\"", ""),
				Duration.ofMillis(http.getConnectionTimeout()), http.getMaxHttpRequestHeaderSize(), limits,
				new Relaxed(Objects.toString(http.getRelaxedPathChars(), ""),
						Objects.toString(http.getRelaxedQueryChars(), "")));
	}

	static List<InspectedConnector> described(InspectedApplication application) {
		int headers = application.beans(ServerProperties.class)
			.stream()
			.mapToInt((server) -> (int) server.getMaxHttpRequestHeaderSize().toBytes())
			.findFirst()
			.orElse(0);
		return application.beans(TomcatServerProperties.class)
			.stream()
			.map((tomcat) -> described(tomcat, headers))
			.toList();
	}

	private static InspectedConnector described(TomcatServerProperties tomcat, int headers) {
		Duration timeout = Objects.requireNonNullElse(tomcat.getConnectionTimeout(), TIMEOUT);
		Limits limits = new Limits(tomcat.getMaxParameterCount(), tomcat.getMaxPartCount(),
				tomcat.getMaxSwallowSize().toBytes());
		return new InspectedConnector("Tomcat", timeout, headers, limits, new Relaxed(
				joined(tomcat.getRelaxedPathChars().stream()), joined(tomcat.getRelaxedQueryChars().stream())));
	}

	private static String joined(Stream<Character> characters) {
		return characters.map(String::valueOf).collect(Collectors.joining());
	}

}
