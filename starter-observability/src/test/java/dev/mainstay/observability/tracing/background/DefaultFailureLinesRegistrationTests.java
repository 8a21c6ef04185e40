package dev.mainstay.observability.tracing.background;

import java.util.List;

import ch.qos.logback.classic.LoggerContext;
import dev.mainstay.core.failure.logback.SharedTurboFilter;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

class DefaultFailureLinesRegistrationTests {

	private final LoggerContext loggers = (LoggerContext) LoggerFactory.getILoggerFactory();

	private final DefaultFailureLinesRegistration registration = new DefaultFailureLinesRegistration(
			new BackgroundFailures(List::of, () -> null), true);

	@Test
	void isThereAgainAfterTheConfigurationWasReadAnewAndGoneAfterTheApplication() {
		long before = filters();
		int listeners = this.loggers.getCopyOfListenerList().size();
		this.registration.afterPropertiesSet();
		assertThat(filters()).isEqualTo(before + 1);
		// As a reset does, but for what other tests need.
		this.loggers.getTurboFilterList().removeIf(SharedTurboFilter.class::isInstance);
		this.loggers.getCopyOfListenerList()
			.stream()
			.filter(SharedTurboFilter.class::isInstance)
			.filter((listener) -> listener.isResetResistant())
			.forEach((listener) -> listener.onReset(this.loggers));
		assertThat(filters()).isEqualTo(before + 1);
		this.registration.destroy();
		assertThat(filters()).isEqualTo(before);
		assertThat(this.loggers.getCopyOfListenerList()).hasSize(listeners);
	}

	private long filters() {
		return SharedTurboFilter.parts(this.loggers).stream().filter(DefaultFailureLines.class::isInstance).count();
	}

}
