package dev.mainstay.security.browser.autoconfigure;

import java.util.List;
import java.util.function.Predicate;

import jakarta.servlet.http.Cookie;

import org.springframework.boot.web.server.Cookie.SameSite;
import org.springframework.boot.web.server.servlet.CookieSameSiteSupplier;

/**
 * Asks the application's suppliers whether they have left out {@code SameSite} of a
 * cookie, which its header does not show.
 */
final class OmittedSameSite implements Predicate<String> {

	private final List<CookieSameSiteSupplier> suppliers;

	OmittedSameSite(List<CookieSameSiteSupplier> suppliers) {
		this.suppliers = suppliers;
	}

	/** A name that is none to the container was set past it. */
	@Override
	public boolean test(String name) {
		try {
			Cookie cookie = new Cookie(name, "");
			for (CookieSameSiteSupplier supplier : this.suppliers) {
				SameSite sameSite = supplier.getSameSite(cookie);
				if (sameSite != null) {
					return sameSite == SameSite.OMITTED;
				}
			}
		}
		catch (RuntimeException ex) {
			return false;
		}
		return false;
	}

}
