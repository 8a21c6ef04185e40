package dev.mainstay.security.browser.autoconfigure;

import java.util.List;

import dev.mainstay.core.configuration.InvalidPropertyException;
import dev.mainstay.core.mode.Rung;
import dev.mainstay.security.browser.TrustedOrigins;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Properties of what guards the users of browsers.
 *
 * @param cookies How far cookies get the attributes that nobody has set (SameSite=Lax,
 * Secure where browsers come by https, HttpOnly for sessions); follows mainstay.mode if
 * not set
 * @param crossSite How far requests are refused that pages of other sites make to change
 * something in a user's name; follows mainstay.mode if not set
 * @param trustedOrigins Comma-separated list of the other origins whose pages may do
 * that, such as https://shop.example.com
 * @param hostPrefix Whether the cookie of the session is called __Host- and its name,
 * which binds it to this host and signs everybody out once
 */
@ConfigurationProperties(BrowserProperties.PREFIX)
record BrowserProperties(@Nullable Rung cookies, @Nullable Rung crossSite, @DefaultValue List<String> trustedOrigins,
		@DefaultValue("false") boolean hostPrefix) {

	static final String PREFIX = "mainstay.security.browser";

	/**
	 * Checks the origins.
	 */
	BrowserProperties {
		try {
			TrustedOrigins.of(trustedOrigins);
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidPropertyException(PREFIX + ".trusted-origins", trustedOrigins,
					String.valueOf(ex.getMessage()),
					"List origins as browsers send them, such as https://shop.example.com, without a path or a *");
		}
	}

}
