package dev.mainstay.observability.errorgroups.autoconfigure;

import java.util.function.Supplier;

import dev.mainstay.observability.errorgroups.logback.FailureLog;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;

/**
 * Listens to the log for as long as the application runs.
 */
final class FailureLogListener implements InitializingBean, DisposableBean {

	private final Supplier<@Nullable FailureLog> log;

	private @Nullable FailureLog listening;

	FailureLogListener(Supplier<@Nullable FailureLog> log) {
		this.log = log;
	}

	@Override
	public void afterPropertiesSet() {
		this.listening = this.log.get();
	}

	@Override
	public void destroy() {
		if (this.listening != null) {
			this.listening.close();
		}
	}

}
