package dev.mainstay.core.hardening.web;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.mainstay.core.hardening.InspectedApplication;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.cloud.CloudPlatform;

/**
 * Tells whether requests come over TLS, as far as the service itself can know.
 *
 * @since 0.1.0
 */
public final class TransportSecurity {

	private static final String STRATEGY = "server.forward-headers-strategy";

	private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1");

	private static final List<String> OWN = List.of("server.ssl.bundle", "server.ssl.key-store",
			"server.ssl.certificate", "server.tomcat.remoteip.protocol-header",
			"server.tomcat.remoteip.remote-ip-header");

	private static final List<String> FORWARDED = List.of("org.springframework.web.filter.ForwardedHeaderFilter",
			"org.springframework.web.server.adapter.ForwardedHeaderTransformer");

	private TransportSecurity() {
	}

	/**
	 * What says that users reach the service over TLS: its own certificate, a proxy in
	 * front of it, or a chain that sends everything else away.
	 * @param application the application
	 * @return the sign; {@code null} if there is none
	 */
	public static @Nullable String signOf(InspectedApplication application) {
		String strategy = application.value(STRATEGY);
		if (strategy != null && !strategy.toLowerCase(Locale.ROOT).equals("none")) {
			return STRATEGY + "=" + strategy;
		}
		CloudPlatform platform = CloudPlatform.getActive(application.context().getEnvironment());
		if (strategy == null && platform != null && platform.isUsingForwardHeaders()) {
			return "platform " + platform;
		}
		String address = application.value("server.address");
		if (address != null && LOOPBACK.contains(address)) {
			return "server.address=" + address;
		}
		return ownSignOf(application);
	}

	private static @Nullable String ownSignOf(InspectedApplication application) {
		boolean enabled = application.isTrue("server.ssl.enabled", true);
		for (String property : OWN) {
			if (application.value(property) != null && (enabled || !property.startsWith("server.ssl."))) {
				return property;
			}
		}
		if (InspectedChains.of(application).stream().anyMatch((chain) -> chain.hasAny(ChainPart.HTTPS_ONLY))) {
			return "a chain that asks for TLS";
		}
		return FORWARDED.stream().filter(application::declares).findFirst().orElse(null);
	}

}
