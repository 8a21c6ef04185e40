package dev.mainstay.security.event.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.mainstay.core.masking.TextMasker;
import dev.mainstay.core.mode.FeatureState;
import dev.mainstay.core.mode.Features;
import dev.mainstay.core.mode.autoconfigure.LadderAutoConfiguration;
import dev.mainstay.core.mode.autoconfigure.ModeAutoConfiguration;
import dev.mainstay.core.request.TrustedProxies;
import dev.mainstay.security.event.LoggedEvents;
import dev.mainstay.security.event.PrincipalNames;
import dev.mainstay.security.event.SecurityEvent;
import dev.mainstay.security.event.SecurityEventLog;
import dev.mainstay.security.event.SecurityEventPublisher;
import dev.mainstay.security.event.SecurityEventType;
import dev.mainstay.security.event.metrics.SecurityEventMetrics;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.junit.jupiter.api.Test;

import org.springframework.boot.actuate.audit.listener.AuditApplicationEvent;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

class SecurityEventAutoConfigurationTests {

	private static final SecurityEvent EVENT = new SecurityEvent(SecurityEventType.AUTHZ_ADMIN, "joe", Map.of());

	private static final AutoConfigurations CONFIGURATION = AutoConfigurations.of(LadderAutoConfiguration.class,
			ModeAutoConfiguration.class, SecurityEventAutoConfiguration.class,
			ServletAuthenticationEventAutoConfiguration.class, ReactiveAuthenticationEventAutoConfiguration.class);

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
		.withConfiguration(CONFIGURATION);

	@Test
	void isOnForEveryWebStack() {
		this.runner.run((context) -> assertThat(context).hasSingleBean(SecurityEventLog.class)
			.hasSingleBean(SecurityEventMetrics.class));
		new ReactiveWebApplicationContextRunner().withConfiguration(CONFIGURATION)
			.run((context) -> assertThat(context).hasSingleBean(SecurityEventLog.class));
		new ApplicationContextRunner().withConfiguration(CONFIGURATION)
			.run((context) -> assertThat(context).doesNotHaveBean(SecurityEventLog.class));
	}

	@Test
	void isAFeatureOfTheCatalogue() {
		this.runner.run((context) -> assertThat(context.getBean(Features.class).all())
			.anySatisfy((feature) -> assertThat(feature.name() + " " + feature.state() + " " + feature.reason())
				.isEqualTo("security-events ON null")));
	}

	@Test
	void isOffByItsSwitchAndWithMainstay() {
		for (String property : List.of("mainstay.enabled", "mainstay.security.event.enabled")) {
			this.runner.withPropertyValues(property + "=false")
				.run((context) -> assertThat(context).doesNotHaveBean(SecurityEventLog.class)
					.doesNotHaveBean(SecurityEventPublisher.class));
		}
	}

	@Test
	void isOffByItsSwitchAlsoWhereConditionsWereDecidedBefore() {
		MockEnvironment environment = new MockEnvironment().withProperty("mainstay.security.event.enabled", "false");
		SecurityEventAutoConfiguration configuration = new SecurityEventAutoConfiguration();
		this.runner.run((context) -> {
			SecurityEventProperties properties = context.getBean(SecurityEventProperties.class);
			SecurityEventLog log = configuration.mainstaySecurityEventLog(properties,
					context.getBeanProvider(TextMasker.class), context.getBeanProvider(TrustedProxies.class),
					environment);
			assertThat(log.enabled()).isFalse();
			assertThat(configuration.mainstaySecurityEventPublisher(context, environment).enabled()).isFalse();
			assertThat(
					configuration.mainstaySecurityEventStatus(log, context.getBeanProvider(UnseenEvents.class)).state())
				.isEqualTo(FeatureState.OFF);
		});
	}

	@Test
	void logsAndAuditsWhatIsPublished() {
		Audited audited = new Audited();
		this.runner.withBean(Audited.class, () -> audited).run((context) -> {
			try (LoggedEvents log = new LoggedEvents()) {
				context.publishEvent(EVENT);
				assertThat(log.messages()).containsExactly("authz_admin:joe");
			}
			assertThat(audited.events).hasSize(1);
			assertThat(audited.events.get(0).getAuditEvent().getPrincipal()).isEqualTo("joe");
			assertThat(audited.events.get(0).getAuditEvent().getType()).isEqualTo("AUTHZ_ADMIN");
		});
	}

	@Test
	void aListenerThatFailsDoesNotStopWhatHappens() {
		this.runner.withBean(FailingAudit.class).withBean(FailingListener.class).run((context) -> {
			try (LoggedEvents log = new LoggedEvents()) {
				context.getBean(SecurityEventPublisher.class).publish(() -> EVENT);
				assertThat(log.count("authz_admin")).isLessThanOrEqualTo(1);
			}
		});
	}

	@Test
	void needsNeitherActuatorNorMetricsNorSpringSecurity() {
		this.runner
			.withClassLoader(new FilteredClassLoader(AuditApplicationEvent.class.getPackageName(),
					MeterBinder.class.getPackageName(), "org.springframework.security"))
			.run((context) -> {
				try (LoggedEvents log = new LoggedEvents()) {
					context.publishEvent(EVENT);
					assertThat(log.messages()).containsExactly("authz_admin:joe");
				}
				assertThat(context).doesNotHaveBean(SecurityEventMetrics.class);
			});
	}

	@Test
	void backsOffForABeanOfTheApplication() {
		this.runner
			.withBean("ownLog", SecurityEventLog.class,
					() -> new SecurityEventLog(PrincipalNames.ALL, 0, (text) -> text, TrustedProxies.none(), true))
			.run((context) -> assertThat(context).hasSingleBean(SecurityEventLog.class).hasBean("ownLog"));
	}

	@Test
	void valuesThatMakeNoSenseFailNamingTheProperty() {
		for (String value : List.of("max-failures-per-second=-1", "success-interval=-1s", "success-interval=400d",
				"principals=some")) {
			this.runner.withPropertyValues("mainstay.security.event." + value)
				.run((context) -> assertThat(context).getFailure()
					.hasStackTraceContaining("mainstay.security.event." + value.split("=")[0]));
		}
	}

	static final class Audited implements ApplicationListener<AuditApplicationEvent> {

		private final List<AuditApplicationEvent> events = new ArrayList<>();

		@Override
		public void onApplicationEvent(AuditApplicationEvent event) {
			this.events.add(event);
		}

	}

	static final class FailingAudit implements ApplicationListener<AuditApplicationEvent> {

		@Override
		public void onApplicationEvent(AuditApplicationEvent event) {
			throw new IllegalStateException("database down");
		}

	}

	static final class FailingListener implements ApplicationListener<PayloadApplicationEvent<SecurityEvent>> {

		@Override
		public void onApplicationEvent(PayloadApplicationEvent<SecurityEvent> event) {
			throw new IllegalStateException("listener down");
		}

	}

}
