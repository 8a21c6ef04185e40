package dev.mainstay.core.hardening.transport;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;
import dev.mainstay.core.hardening.data.BeanState;
import org.jspecify.annotations.Nullable;

/**
 * A mail server that does not answer should not be waited for without end.
 */
final class MailTimeoutsCheck implements HardeningCheck {

	private static final String SENDER = "org.springframework.mail.javamail.JavaMailSender";

	private static final CheckDescription DESCRIPTION = CheckDescription.of("OUT-04", Group.TRANSPORT, Severity.HIGH)
		.title("Mail servers have time-outs")
		.why("""
				Jakarta Mail waits for ever by default. A mail server that accepts a connection and says nothing \
				holds every thread that sends a mail.""")
		.source("ASVS 5.0 13.1.3; Spring Boot reference, sending email")
		.decides("""
				Reads the mail properties that each JavaMailSender runs with, for its protocol. Not applicable \
				without one.""")
		.fix("""
				spring.mail.properties[mail.smtp.connectiontimeout]=5000
				spring.mail.properties[mail.smtp.timeout]=10000
				spring.mail.properties[mail.smtp.writetimeout]=10000""");

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) {
		List<Object> senders = application.beans(SENDER);
		if (senders.isEmpty()) {
			return Verdict.notApplicable("no JavaMailSender");
		}
		List<Finding> findings = new ArrayList<>();
		boolean unseen = false;
		for (Object sender : senders) {
			unseen |= !(BeanState.read(sender, "session.properties") instanceof Map<?, ?>);
			findings.addAll(missing(sender));
		}
		return (unseen && findings.isEmpty()) ? Verdict.unknown("a JavaMailSender that does not show its properties")
				: Verdict.of(findings);
	}

	private static List<Finding> missing(Object sender) {
		if (!(BeanState.read(sender, "session.properties") instanceof Map<?, ?> properties)) {
			return List.of();
		}
		Object protocol = BeanState.read(sender, "protocol");
		String prefix = "mail." + ((protocol != null) ? protocol : "smtp") + ".";
		return List.of(prefix + "connectiontimeout", prefix + "timeout")
			.stream()
			.filter((name) -> !isSet(properties.get(name)))
			.map((name) -> Finding.of(name + ((properties.get(name) != null) ? " is not above 0" : " is not set")
					+ " for the mail server " + BeanState.read(sender, "host")))
			.toList();
	}

	private static boolean isSet(@Nullable Object timeout) {
		return String.valueOf(timeout).strip().matches("0*[1-9][0-9]*");
	}

}
