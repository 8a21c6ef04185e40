package dev.mainstay.security.event;

import java.time.Instant;
import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.mainstay.security.event.autoconfigure.SecurityEventAutoConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import org.springframework.boot.actuate.audit.AuditEvent;
import org.springframework.boot.actuate.audit.AuditEventRepository;
import org.springframework.boot.actuate.audit.InMemoryAuditEventRepository;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.server.WebFilterChainProxy;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;

class SecurityEventsCheckTests {

	private static final String OFF = "mainstay.security.event.enabled=false";

	private static final AutoConfigurations CONFIGURATION = AutoConfigurations.of(SecurityEventAutoConfiguration.class);

	private final SecurityEventsCheck check = new SecurityEventsCheck();

	private final Logger logger = (Logger) LoggerFactory.getLogger(SecurityEventLog.LOGGER_NAME);

	private final WebApplicationContextRunner bare = new WebApplicationContextRunner().withConfiguration(CONFIGURATION);

	private final WebApplicationContextRunner runner = this.bare.withBean(FilterChainProxy.class,
			() -> new FilterChainProxy(List.of()));

	@AfterEach
	void resetLevel() {
		this.logger.setLevel(null);
	}

	@Test
	void loggedEventsPass() {
		this.runner.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void eventsThatAreSwitchedOffAreFound() {
		this.runner.withPropertyValues(OFF)
			.run((context) -> assertThatLooking(this.check, context).fails("switched off").at("test"));
		new ReactiveWebApplicationContextRunner().withConfiguration(CONFIGURATION)
			.withBean(WebFilterChainProxy.class, () -> new WebFilterChainProxy(List.of()))
			.withPropertyValues(OFF)
			.run((context) -> assertThatLooking(this.check, context).fails("switched off"));
	}

	@Test
	void aLoggerThatIsSilentIsFound() {
		this.logger.setLevel(Level.ERROR);
		this.runner
			.run((context) -> assertThatLooking(this.check, context).fails("mainstay.security does not log warnings"));
	}

	@Test
	void aRepositoryThatForgetsIsNoRecord() {
		this.runner.withPropertyValues(OFF)
			.withBean(InMemoryAuditEventRepository.class)
			.run((context) -> assertThatLooking(this.check, context).fails("switched off"));
	}

	@Test
	void aRepositoryOfTheApplicationPasses() {
		this.runner.withPropertyValues(OFF)
			.withBean(StoredEvents.class)
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void whereNobodyLogsInThereIsNothingToCheck() {
		this.bare.withPropertyValues(OFF).run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

	static final class StoredEvents implements AuditEventRepository {

		@Override
		public void add(AuditEvent event) {
		}

		@Override
		public List<AuditEvent> find(@Nullable String principal, @Nullable Instant after, @Nullable String type) {
			return List.of();
		}

	}

}
