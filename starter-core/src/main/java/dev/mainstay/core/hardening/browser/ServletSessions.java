package dev.mainstay.core.hardening.browser;

import dev.mainstay.core.hardening.InspectedApplication;
import jakarta.servlet.ServletContext;
import jakarta.servlet.SessionCookieConfig;
import jakarta.servlet.SessionTrackingMode;
import org.jspecify.annotations.Nullable;

import org.springframework.web.context.WebApplicationContext;

/**
 * What the servlet container knows of its sessions.
 */
final class ServletSessions {

	private ServletSessions() {
	}

	static boolean arePossible(InspectedApplication application) {
		return context(application) != null;
	}

	static boolean areSecure(InspectedApplication application) {
		SessionCookieConfig cookie = cookie(application);
		return cookie != null && cookie.isSecure();
	}

	static boolean areSameSite(InspectedApplication application) {
		SessionCookieConfig cookie = cookie(application);
		return cookie != null && cookie.getAttribute("SameSite") != null;
	}

	static boolean areInAddresses(InspectedApplication application) {
		ServletContext context = context(application);
		return context != null && context.getEffectiveSessionTrackingModes().contains(SessionTrackingMode.URL);
	}

	private static @Nullable SessionCookieConfig cookie(InspectedApplication application) {
		ServletContext context = context(application);
		return (context != null) ? context.getSessionCookieConfig() : null;
	}

	private static @Nullable ServletContext context(InspectedApplication application) {
		return (application.context() instanceof WebApplicationContext web) ? web.getServletContext() : null;
	}

}
