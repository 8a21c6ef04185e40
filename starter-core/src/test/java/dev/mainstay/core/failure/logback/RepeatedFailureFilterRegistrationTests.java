package dev.mainstay.core.failure.logback;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggerContextListener;
import dev.mainstay.core.failure.ReportedFailures;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

class RepeatedFailureFilterRegistrationTests {

	private final LoggerContext loggers = (LoggerContext) LoggerFactory.getILoggerFactory();

	private final RepeatedFailureFilterRegistration registration = new RepeatedFailureFilterRegistration(
			new ReportedFailures(), true);

	@Test
	void isThereAgainAfterTheConfigurationWasReadAnewAndGoneAfterTheApplication() {
		long before = filters();
		this.registration.afterPropertiesSet();
		assertThat(filters()).isEqualTo(before + 1);
		// As a reset does, but for what other tests need.
		this.loggers.getTurboFilterList().removeIf(SharedTurboFilter.class::isInstance);
		this.loggers.getCopyOfListenerList()
			.stream()
			.filter(SharedTurboFilter.class::isInstance)
			.filter(LoggerContextListener::isResetResistant)
			.forEach((listener) -> listener.onReset(this.loggers));
		assertThat(filters()).isEqualTo(before + 1);
		this.registration.destroy();
		assertThat(filters()).isEqualTo(before);
	}

	private long filters() {
		return SharedTurboFilter.parts(this.loggers).stream().filter(RepeatedFailureFilter.class::isInstance).count();
	}

}
