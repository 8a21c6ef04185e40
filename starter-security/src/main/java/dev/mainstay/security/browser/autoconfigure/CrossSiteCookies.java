package dev.mainstay.security.browser.autoconfigure;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.util.ClassUtils;

/**
 * Tells which cookies have no {@code SameSite} on purpose: those of which the application
 * has said so, and the session of one whose users come back from the login by a form of
 * another site, as SAML has it. Asked while requests are answered.
 */
final class CrossSiteCookies implements Predicate<String> {

	private static final String SAML = "org.springframework.security.saml2.provider.service.registration."
			+ "RelyingPartyRegistrationRepository";

	private final Set<String> sessionCookies;

	private final boolean omitted;

	private final Supplier<List<OmittedSameSite>> choices;

	CrossSiteCookies(SessionCookie cookie, ListableBeanFactory beans, Supplier<List<OmittedSameSite>> choices) {
		this.sessionCookies = cookie.names();
		this.omitted = cookie.isForOtherSites() || hasSaml(beans);
		this.choices = choices;
	}

	private static boolean hasSaml(ListableBeanFactory beans) {
		ClassLoader loader = CrossSiteCookies.class.getClassLoader();
		return ClassUtils.isPresent(SAML, loader)
				&& beans.getBeanNamesForType(ClassUtils.resolveClassName(SAML, loader), true, false).length > 0;
	}

	@Override
	public boolean test(String name) {
		return (this.omitted && this.sessionCookies.contains(name))
				|| this.choices.get().stream().anyMatch((choice) -> choice.test(name));
	}

}
