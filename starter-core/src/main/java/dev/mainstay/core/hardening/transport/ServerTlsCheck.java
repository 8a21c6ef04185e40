package dev.mainstay.core.hardening.transport;

import java.util.List;

import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;

/**
 * What goes to caches, brokers and mail servers should be encrypted.
 */
final class ServerTlsCheck implements HardeningCheck {

	private static final CheckDescription DESCRIPTION = CheckDescription.of("TLS-04", Group.TRANSPORT, Severity.HIGH)
		.title("Connections to caches, brokers and mail servers are encrypted")
		.why("Sessions, messages, mails and passwords can be read and changed on their way.")
		.source("ASVS 5.0 12.3.1, 12.3.3")
		.decides("""
				Asks the beans that connect to Redis, RabbitMQ, Kafka or a mail server on another host. Hosts that \
				only a neighbour can name are asked for in production only. STARTTLS that is not required is none. \
				MongoDB and LDAP are not looked at. Not applicable without such a server.""")
		.fix("""
				spring.data.redis.ssl.enabled=true
				spring.rabbitmq.ssl.enabled=true
				spring.kafka.security.protocol=SASL_SSL
				spring.mail.properties[mail.smtp.starttls.required]=true""");

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) {
		List<ServerConnection> remote = ServerConnections.of(application)
			.stream()
			.filter((connection) -> Remote.isAnyOf(connection.hosts(), application))
			.toList();
		if (remote.isEmpty()) {
			return Verdict.notApplicable("no such server on another host");
		}
		return Verdict.of(remote.stream()
			.filter((connection) -> !connection.encrypted())
			.map((connection) -> Finding
				.of(connection.what() + " at " + String.join(", ", connection.hosts()) + ": " + connection.seen()))
			.toList());
	}

}
