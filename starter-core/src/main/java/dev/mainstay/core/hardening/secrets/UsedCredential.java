package dev.mainstay.core.hardening.secrets;

import java.util.List;

import dev.mainstay.core.hardening.InspectedApplication;
import org.jspecify.annotations.Nullable;

/**
 * A password that Spring Boot hands to something that is there. Immutable.
 *
 * @param password the name of its property
 * @param user the name of the property with its user
 * @param address the name of the property that says where the service is
 * @param users the types that something of is there if the password is used
 */
record UsedCredential(String password, String user, String address, List<String> users) {

	/**
	 * What makes a user of the properties, and is none where the application has its own.
	 */
	private static final String OWN_USER = "org.springframework.boot.security.autoconfigure.";

	static final List<UsedCredential> ALL = List.of(of("spring.datasource", "url", "javax.sql.DataSource"),
			of("spring.r2dbc", "url", "io.r2dbc.spi.ConnectionFactory"),
			of("spring.rabbitmq", "host", "org.springframework.amqp.rabbit.connection.ConnectionFactory"),
			of("spring.data.redis", "host", "org.springframework.data.redis.connection.RedisConnectionFactory"),
			of("spring.mongodb", "host", "com.mongodb.client.MongoClient",
					"com.mongodb.reactivestreams.client.MongoClient"),
			of("spring.neo4j.authentication", "uri", "org.neo4j.driver.Driver"),
			of("spring.elasticsearch", "uris", "co.elastic.clients.transport.rest5_client.low_level.Rest5Client"),
			of("spring.mail", "host", "org.springframework.mail.javamail.JavaMailSender"),
			new UsedCredential("spring.security.user.password", "spring.security.user.name", "server.address",
					List.of(OWN_USER + "UserDetailsServiceAutoConfiguration",
							OWN_USER + "ReactiveUserDetailsServiceAutoConfiguration")));

	private static UsedCredential of(String prefix, String address, String... users) {
		return new UsedCredential(prefix + ".password", prefix + ".username", prefix + "." + address, List.of(users));
	}

	boolean isUsed(InspectedApplication application) {
		return this.users.stream().anyMatch(application::declares) && application.value(this.password) != null
				&& !isEmbedded(application.value(this.address));
	}

	private static boolean isEmbedded(@Nullable String address) {
		return address != null && LocalServices.isEmbedded(address);
	}

	boolean isWeak(InspectedApplication application) {
		String value = application.value(this.password);
		return value != null && !value.isBlank() && WeakPasswords.isWeak(value, application.value(this.user));
	}

}
