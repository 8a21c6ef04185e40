package dev.mainstay.security.browser.autoconfigure;

import java.util.Set;

import dev.mainstay.core.mode.FeatureStatus;
import dev.mainstay.core.mode.Ladder;
import dev.mainstay.core.mode.Rung;
import dev.mainstay.core.mode.Switch;
import dev.mainstay.core.mode.autoconfigure.LadderAutoConfiguration;
import dev.mainstay.core.request.TrustedProxies;
import dev.mainstay.security.browser.BrowserEvents;
import dev.mainstay.security.browser.CookieAttributes;
import dev.mainstay.security.browser.CookieSettings;
import dev.mainstay.security.browser.CrossSiteProtection;
import dev.mainstay.security.browser.ForeignReaders;
import dev.mainstay.security.browser.ForgedRequestEvents;
import dev.mainstay.security.browser.TrustedOrigins;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.servlet.CookieSameSiteSupplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration of what guards the users of browsers, the part that is the same on
 * every web stack.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = LadderAutoConfiguration.class)
@ConditionalOnWebApplication
@ConditionalOnBooleanProperty(name = { Switch.MAINSTAY, BrowserAutoConfiguration.ENABLED }, matchIfMissing = true)
@ConditionalOnBean(Ladder.class)
@EnableConfigurationProperties(BrowserProperties.class)
public final class BrowserAutoConfiguration {

	static final String ENABLED = BrowserProperties.PREFIX + ".enabled";

	@Bean
	BrowserEvents mainstayBrowserEvents(ApplicationEventPublisher publisher, Environment environment) {
		return new BrowserEvents(Switch.isOn(environment, ENABLED) ? publisher : (event) -> {
		});
	}

	@Bean
	@ConditionalOnMissingBean
	CrossSiteProtection mainstayCrossSiteProtection(Ladder ladder, BrowserProperties properties, BrowserEvents events,
			Environment environment) {
		Rung rung = Switch.isOn(environment, ENABLED) ? properties.crossSite() : Rung.OFF;
		return new CrossSiteProtection(ladder.rule(CrossSiteProtection.RULE, rung),
				TrustedOrigins.of(properties.trustedOrigins()), events);
	}

	@Bean
	@ConditionalOnMissingBean
	CookieAttributes mainstayCookieAttributes(Ladder ladder, BrowserProperties properties, SessionCookie session,
			ListableBeanFactory beans, ObjectProvider<OmittedSameSite> choices) {
		Rung rung = Switch.isOn(session.environment(), ENABLED) ? properties.cookies() : Rung.OFF;
		CrossSiteCookies crossSite = new CrossSiteCookies(session, beans, () -> choices.stream().toList());
		return new CookieAttributes(ladder.rule(CookieAttributes.RULE, rung),
				new CookieSettings(session.isPublicSchemeHttps(), session.isForwarded(),
						session.isForScripts() ? Set.of() : session.names(), crossSite));
	}

	@Bean
	ForgedRequestEvents mainstayForgedRequestEvents(BrowserEvents events) {
		return new ForgedRequestEvents(events);
	}

	@Bean
	ForeignReaders mainstayForeignReaders(BrowserEvents events, ObjectProvider<TrustedProxies> proxies) {
		return new ForeignReaders(events, proxies.getIfAvailable(TrustedProxies::none));
	}

	@Bean
	static HostPrefix mainstayHostPrefix(Environment environment) {
		return new HostPrefix(environment, Switch.isOn(environment, ENABLED));
	}

	@Bean
	FeatureStatus mainstayBrowserStatus() {
		return FeatureStatus.on("browser");
	}

	/**
	 * The cookie of the session on the servlet stack.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = Type.SERVLET)
	static class ServletConfiguration {

		@Bean
		SessionCookie mainstaySessionCookie(Environment environment) {
			return SessionCookie.ofServlet(environment);
		}

	}

	/**
	 * What the application has for cookies on the servlet stack.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = Type.SERVLET)
	@ConditionalOnClass(CookieSameSiteSupplier.class)
	static class SameSiteConfiguration {

		@Bean
		OmittedSameSite mainstayOmittedSameSite(ObjectProvider<CookieSameSiteSupplier> suppliers) {
			return new OmittedSameSite(suppliers.orderedStream().toList());
		}

	}

	/**
	 * The cookie of the session on the reactive stack.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = Type.REACTIVE)
	static class ReactiveConfiguration {

		@Bean
		SessionCookie mainstaySessionCookie(Environment environment) {
			return SessionCookie.ofReactive(environment);
		}

	}

}
