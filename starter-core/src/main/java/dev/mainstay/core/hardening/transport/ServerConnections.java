package dev.mainstay.core.hardening.transport;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.data.BeanState;
import org.jspecify.annotations.Nullable;

/**
 * The connections of an application to caches, brokers and mail servers, by the state of
 * the beans that make them.
 */
final class ServerConnections {

	private final InspectedApplication application;

	private ServerConnections(InspectedApplication application) {
		this.application = application;
	}

	static List<ServerConnection> of(InspectedApplication application) {
		ServerConnections it = new ServerConnections(application);
		return Stream.of(
				it.beans("org.springframework.data.redis.connection.RedisConnectionFactory")
					.map(ServerConnections::redis),
				it.beans("org.springframework.amqp.rabbit.connection.ConnectionFactory").map(ServerConnections::rabbit),
				it.beans("org.springframework.mail.javamail.JavaMailSender").map(ServerConnections::mail), it.kafka())
			.flatMap((found) -> found)
			.filter(Objects::nonNull)
			.distinct()
			.toList();
	}

	private Stream<Object> beans(String type) {
		return this.application.beans(type).stream();
	}

	private static @Nullable ServerConnection redis(Object factory) {
		Object ssl = BeanState.read(factory, "useSsl");
		return (ssl == null) ? null
				: new ServerConnection("Redis", redisHosts(factory), Boolean.TRUE.equals(ssl), "SSL is off");
	}

	/** The host alone means nothing where there are several nodes. */
	private static List<String> redisHosts(Object factory) {
		List<String> nodes = Stream.of("clusterConfiguration.clusterNodes", "sentinelConfiguration.sentinels")
			.map((path) -> BeanState.read(factory, path))
			.filter(Collection.class::isInstance)
			.flatMap((found) -> ((Collection<?>) found).stream())
			.map((node) -> String.valueOf(BeanState.read(node, "host")))
			.toList();
		return nodes.isEmpty() ? List.of(String.valueOf(BeanState.read(factory, "hostName"))) : nodes;
	}

	private static @Nullable ServerConnection rabbit(Object factory) {
		Object ssl = BeanState.read(factory, "rabbitConnectionFactory.SSL");
		Object host = BeanState.read(factory, "host");
		return (ssl == null || host == null) ? null
				: new ServerConnection("RabbitMQ", List.of(host.toString()), Boolean.TRUE.equals(ssl), "SSL is off");
	}

	private static @Nullable ServerConnection mail(Object sender) {
		Object host = BeanState.read(sender, "host");
		if (host == null) {
			return null;
		}
		String protocol = Objects.toString(BeanState.read(sender, "protocol"), "smtp");
		String prefix = "mail." + protocol + ".";
		boolean encrypted = protocol.equals("smtps") || Stream.of("starttls.required", "ssl.enable")
			.anyMatch((name) -> "true".equalsIgnoreCase(BeanState.entry(sender, "session.properties", prefix + name)));
		return new ServerConnection("mail server", List.of(host.toString()), encrypted,
				prefix + "starttls.required is not true");
	}

	private Stream<ServerConnection> kafka() {
		return Stream
			.of("org.springframework.kafka.core.ProducerFactory", "org.springframework.kafka.core.ConsumerFactory",
					"org.springframework.kafka.core.KafkaAdmin")
			.flatMap(this::beans)
			.map((factory) -> kafka(BeanState.entry(factory, "configurationProperties", "bootstrap.servers"),
					BeanState.entry(factory, "configurationProperties", "security.protocol")));
	}

	/** Its default is plaintext. */
	private static ServerConnection kafka(@Nullable String servers, @Nullable String protocol) {
		List<String> hosts = Arrays.stream(Objects.toString(servers, "").replaceAll("[\\[\\]\\s]", "").split(","))
			.map((server) -> server.replaceAll("^.*://", "").replaceAll(":[0-9]+$", ""))
			.toList();
		String seen = "security.protocol=" + Objects.toString(protocol, "PLAINTEXT");
		return new ServerConnection("Kafka", hosts, seen.toUpperCase(Locale.ROOT).endsWith("SSL"), seen);
	}

}
