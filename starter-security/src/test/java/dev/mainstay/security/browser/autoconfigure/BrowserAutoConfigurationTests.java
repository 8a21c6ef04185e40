package dev.mainstay.security.browser.autoconfigure;

import java.util.List;

import dev.mainstay.core.configuration.InvalidPropertyException;
import dev.mainstay.core.mode.FeatureState;
import dev.mainstay.core.mode.Features;
import dev.mainstay.core.mode.Ladder;
import dev.mainstay.core.mode.Mode;
import dev.mainstay.core.mode.Rung;
import dev.mainstay.core.mode.autoconfigure.LadderAutoConfiguration;
import dev.mainstay.core.mode.autoconfigure.ModeAutoConfiguration;
import dev.mainstay.security.browser.CookieAttributes;
import dev.mainstay.security.browser.CrossSiteProtection;
import dev.mainstay.security.browser.reactive.CrossSiteWebFilter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.web.server.Cookie;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class BrowserAutoConfigurationTests {

	private static final AutoConfigurations CONFIGURATION = AutoConfigurations.of(LadderAutoConfiguration.class,
			ModeAutoConfiguration.class, BrowserAutoConfiguration.class, CrossSiteAutoConfiguration.class);

	private static final String HOST_PREFIX = "mainstay.security.browser.host-prefix=true";

	private static final String HTTPS = "mainstay.security.headers.hsts=true";

	private final WebApplicationContextRunner servlet = new WebApplicationContextRunner()
		.withConfiguration(CONFIGURATION);

	private final ReactiveWebApplicationContextRunner reactive = new ReactiveWebApplicationContextRunner()
		.withConfiguration(CONFIGURATION);

	@Test
	void isOnForEveryWebStack() {
		this.servlet.run((context) -> assertThat(context).hasSingleBean(CookieAttributes.class)
			.hasBean("mainstayCrossSiteFilter"));
		this.reactive.run((context) -> assertThat(context).hasSingleBean(CookieAttributes.class)
			.hasSingleBean(CrossSiteWebFilter.class));
		new ApplicationContextRunner().withConfiguration(CONFIGURATION)
			.run((context) -> assertThat(context).doesNotHaveBean(CookieAttributes.class));
	}

	@Test
	void isAFeatureOfTheCatalogue() {
		this.servlet.run((context) -> assertThat(context.getBean(Features.class).all())
			.anySatisfy((feature) -> assertThat(feature.name() + " " + feature.state())
				.isEqualTo("browser " + FeatureState.ON)));
	}

	@Test
	void isOffByItsSwitchAndWithMainstay() {
		for (String property : List.of("mainstay.enabled", "mainstay.security.browser.enabled")) {
			this.servlet.withPropertyValues(property + "=false")
				.run((context) -> assertThat(context).doesNotHaveBean(CookieAttributes.class)
					.doesNotHaveBean(CrossSiteProtection.class)
					.doesNotHaveBean("mainstayCrossSiteFilter"));
		}
	}

	@Test
	void theRulesFollowTheModeOrTheirProperties() {
		this.servlet.run((context) -> assertRungs(context.getBean(Ladder.class), Rung.REPORT, Rung.REPORT));
		this.servlet.withPropertyValues("mainstay.mode=enforce", "mainstay.security.browser.cookies=off")
			.run((context) -> assertRungs(context.getBean(Ladder.class), Rung.OFF, Rung.ENFORCE));
		this.servlet.withPropertyValues("mainstay.security.browser.cross-site=enforce")
			.run((context) -> assertRungs(context.getBean(Ladder.class), Rung.REPORT, Rung.ENFORCE));
	}

	@Test
	void isOffByItsSwitchAlsoWhereConditionsWereDecidedBefore() {
		MockEnvironment environment = new MockEnvironment().withProperty("mainstay.security.browser.enabled", "false")
			.withProperty("mainstay.security.browser.host-prefix", "true");
		BrowserAutoConfiguration configuration = new BrowserAutoConfiguration();
		Ladder ladder = new Ladder(Mode.ENFORCE);
		BrowserProperties properties = new BrowserProperties(null, null, List.of(), true);
		configuration.mainstayCookieAttributes(ladder, properties, SessionCookie.ofServlet(environment),
				new StaticApplicationContext(), null);
		configuration.mainstayCrossSiteProtection(ladder, properties, configuration.mainstayBrowserEvents((event) -> {
		}, environment), environment);
		assertRungs(ladder, Rung.OFF, Rung.OFF);
		assertThat(BrowserAutoConfiguration.mainstayHostPrefix(environment)).isNotNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://shop.example/", "shop.example", "null", "*", "https://*.example" })
	void whatIsNoOriginFailsNamingTheProperty(String origin) {
		this.servlet.withPropertyValues("mainstay.security.browser.trusted-origins=https://fine.example," + origin)
			.run((context) -> assertThat(context).getFailure()
				.hasStackTraceContaining("mainstay.security.browser.trusted-origins"));
	}

	@Test
	void theCookieOfTheSessionIsRenamedWhereSpringBootKeepsIt() {
		this.servlet.withBean(ServerProperties.class, ServerProperties::new)
			.withPropertyValues(HOST_PREFIX, HTTPS)
			.run((context) -> {
				ServerProperties server = context.getBean(ServerProperties.class);
				assertBound(server.getServlet().getSession().getCookie(), "__Host-JSESSIONID");
				assertBound(server.getReactive().getSession().getCookie(), "__Host-SESSION");
			});
		this.servlet.withBean(ServerProperties.class, ServerProperties::new)
			.withPropertyValues(HOST_PREFIX, HTTPS, "server.servlet.session.cookie.name=shop")
			.run((context) -> assertBound(context.getBean(ServerProperties.class).getServlet().getSession().getCookie(),
					"__Host-shop"));
		this.servlet.withBean(ServerProperties.class, ServerProperties::new)
			.run((context) -> assertThat(
					context.getBean(ServerProperties.class).getServlet().getSession().getCookie().getName())
				.isNull());
	}

	@ParameterizedTest
	@ValueSource(strings = { "server.servlet.session.cookie.domain=example.com",
			"server.reactive.session.cookie.domain=example.com", "server.servlet.session.cookie.path=/shop",
			"server.servlet.session.cookie.secure=false", "server.servlet.context-path=/shop",
			"spring.webflux.base-path=/shop", "mainstay.security.headers.hsts=false" })
	void aNameThatBrowsersWouldNotTakeIsRefused(String property) {
		this.servlet.withPropertyValues(HOST_PREFIX, HTTPS, property)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidPropertyException.class)
				.hasMessageContaining("mainstay.security.browser.host-prefix is true"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "mainstay.security.headers.hsts=true", "server.servlet.session.cookie.secure=true",
			"server.reactive.session.cookie.secure=true", "server.ssl.bundle=web" })
	void whateverSaysHttpsIsEnough(String property) {
		MockEnvironment environment = new MockEnvironment()
			.withProperty("mainstay.security.browser.host-prefix", "true")
			.withProperty(property.split("=")[0], property.split("=")[1])
			.withProperty("server.servlet.context-path", "/");
		assertThat(new HostPrefix(environment, true)).isNotNull();
		environment.setProperty("server.ssl.enabled", "false");
		if (property.startsWith("server.ssl")) {
			assertThatExceptionOfType(InvalidPropertyException.class)
				.isThrownBy(() -> new HostPrefix(environment, true));
		}
	}

	private static void assertBound(Cookie cookie, String name) {
		assertThat(cookie.getName()).isEqualTo(name);
		assertThat(cookie.getSecure()).isTrue();
		assertThat(cookie.getPath()).isEqualTo("/");
		assertThat(cookie.getDomain()).isNull();
	}

	private static void assertRungs(Ladder ladder, Rung cookies, Rung crossSite) {
		assertThat(ladder.rules()).extracting((rule) -> rule.name() + " " + rule.rung())
			.contains("security.browser.cookies " + cookies, "security.browser.cross-site " + crossSite);
	}

}
