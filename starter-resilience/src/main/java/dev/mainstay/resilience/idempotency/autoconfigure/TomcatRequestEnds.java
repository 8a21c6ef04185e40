package dev.mainstay.resilience.idempotency.autoconfigure;

import java.util.Arrays;

import dev.mainstay.resilience.idempotency.servlet.RequestEnds;
import jakarta.servlet.ServletRequest;
import org.apache.catalina.Context;
import org.apache.catalina.Globals;
import org.apache.catalina.core.StandardContext;

import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;

/**
 * Has Tomcat tell of the ends of requests from the first one on whose end has to be told.
 * As soon as it has a listener of any kind it makes an event and a copy of the list for
 * each attribute that is set or removed, a kilobyte for each request. It asks for the
 * list when a request ends, so that one that has begun before is told of as well.
 */
final class TomcatRequestEnds implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

	private final RequestEndsRegistration registration;

	TomcatRequestEnds(RequestEndsRegistration registration) {
		this.registration = registration;
	}

	@Override
	public void customize(ConfigurableTomcatWebServerFactory factory) {
		if (this.registration.isEnabled()) {
			factory.addContextCustomizers(this::customize);
		}
	}

	private void customize(Context context) {
		RequestEnds ends = this.registration.ends();
		if (context instanceof StandardContext standard) {
			ends.listenWhenNeeded(() -> listen(standard, ends), TomcatRequestEnds::isOfTomcat);
		}
	}

	/** Through any wrapper, as every request of Tomcat has this one. */
	private static boolean isOfTomcat(ServletRequest request) {
		return request.getAttribute(Globals.DISPATCHER_TYPE_ATTR) != null;
	}

	/** A context that was stopped has forgotten its listeners. */
	private static synchronized void listen(StandardContext context, RequestEnds ends) {
		if (!Arrays.asList(context.getApplicationEventListeners()).contains(ends)) {
			context.addApplicationEventListener(ends);
		}
	}

}
