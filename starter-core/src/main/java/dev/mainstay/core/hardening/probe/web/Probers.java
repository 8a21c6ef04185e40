package dev.mainstay.core.hardening.probe.web;

import java.util.Optional;

import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.probe.Probe;
import dev.mainstay.core.hardening.probe.ProbeAnswer;
import dev.mainstay.core.hardening.probe.Prober;
import dev.mainstay.core.hardening.probe.reactive.ReactiveProber;
import dev.mainstay.core.hardening.probe.servlet.ServletProber;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationContext;

/**
 * Finds the way into an application, whatever its web stack. Thread-safe.
 *
 * @since 0.1.0
 */
public final class Probers {

	private static final String SERVLET = "org.springframework.web.servlet.DispatcherServlet";

	private static final String REACTIVE = "org.springframework.web.reactive.DispatcherHandler";

	private Probers() {
	}

	/**
	 * The way into an application.
	 * @param application the application
	 * @return the prober; {@code null} if there may be no probes, or there are no
	 * requests
	 */
	public static @Nullable Prober of(InspectedApplication application) {
		return application.isProbing() ? application.once(Prober.class, () -> of(application, application.context()))
				: null;
	}

	/**
	 * Why there is no prober.
	 * @param application the application
	 * @return the reason
	 */
	public static String missing(InspectedApplication application) {
		return application.isProbing() ? "no web application" : "a probe: set mainstay.hardening.probes=true";
	}

	/**
	 * The way to the endpoints of an application that have a server of their own.
	 * @param application the application
	 * @return the prober; {@code null} if there may be no probes, or that server is not
	 * running
	 */
	public static @Nullable Prober ofManagement(InspectedApplication application) {
		if (!application.isProbing()) {
			return null;
		}
		return application.beans(ManagementServer.class)
			.stream()
			.findFirst()
			.map((server) -> application.once(ManagementProber.class, () -> of(server, application)))
			.orElse(null);
	}

	private static @Nullable ManagementProber of(ManagementServer server, InspectedApplication application) {
		return Optional.ofNullable(server.context())
			.map((context) -> of(application, context))
			.map(ManagementProber::new)
			.orElse(null);
	}

	private static @Nullable Prober of(InspectedApplication application, ApplicationContext context) {
		if (application.hasClass(SERVLET) && ServletProber.isFor(context)) {
			String path = (context == application.context()) ? ServletPath.of(application) : "";
			return new ThreadedProber(new ServletProber(context, path));
		}
		if (application.hasClass(REACTIVE) && ReactiveProber.isFor(context)) {
			String property = (context == application.context()) ? "spring.webflux.base-path"
					: "management.server.base-path";
			return new ThreadedProber(new ReactiveProber(context, application.value(property)));
		}
		return null;
	}

	/**
	 * The way to the endpoints, which is another one than into the application.
	 *
	 * @param prober the way
	 */
	private record ManagementProber(Prober prober) implements Prober {

		@Override
		public ProbeAnswer ask(Probe probe) {
			return this.prober.ask(probe);
		}

	}

}
