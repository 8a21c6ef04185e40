package dev.mainstay.observability.logging.autoconfigure;

import java.util.Objects;

import dev.mainstay.core.mode.FeatureState;
import dev.mainstay.core.mode.Switch;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.SmartApplicationListener;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/**
 * Completes Spring Boot's own appenders as soon as they are there: Boot has a seam for
 * the format of a line, none for what happens before and after. Leaves everything as it
 * is where the application has a format or a logback file of its own.
 */
final class LogDeliveryListener implements SmartApplicationListener {

	private static final Runnable CLOSE = MainstayAppenders::close;

	@Override
	public int getOrder() {
		return LoggingApplicationListener.DEFAULT_ORDER + 1;
	}

	@Override
	public boolean supportsEventType(Class<? extends ApplicationEvent> eventType) {
		return ApplicationEnvironmentPreparedEvent.class.isAssignableFrom(eventType)
				|| ContextClosedEvent.class.isAssignableFrom(eventType);
	}

	@Override
	public void onApplicationEvent(ApplicationEvent event) {
		if (event instanceof ApplicationEnvironmentPreparedEvent prepared) {
			prepare(prepared.getEnvironment());
		}
		else if (event instanceof ContextClosedEvent closed && isLogback()) {
			end(closed.getApplicationContext());
		}
	}

	/**
	 * Without a hook nobody but this ends the threads: a web application that was
	 * undeployed would go on to be held by them.
	 */
	private static void end(ApplicationContext context) {
		if (context.getParent() == null && !hasShutdownHook(context.getEnvironment())) {
			MainstayAppenders.close();
		}
		else {
			MainstayAppenders.flush();
		}
	}

	private static boolean hasShutdownHook(Environment environment) {
		return environment.getProperty(LoggingApplicationListener.REGISTER_SHUTDOWN_HOOK_PROPERTY, Boolean.class, true);
	}

	private static void prepare(ConfigurableEnvironment environment) {
		if (!Switch.isOn(environment, LogFormatDefault.ENABLED) || !isLogback()) {
			return;
		}
		LogFormatChoice choice = LogFormatChoice.of(environment,
				Objects.requireNonNull(ClassUtils.getDefaultClassLoader()), () -> Terminal.isAttached(environment));
		if (choice.state() != FeatureState.BACKED_OFF) {
			MainstayAppenders.complete(environment, choice);
		}
		if (MainstayAppenders.areHoldingBack() && hasShutdownHook(environment)) {
			closeWithTheProcess();
		}
	}

	/** Added after that of Boot, which stops logging, and so run before it. */
	private static void closeWithTheProcess() {
		try {
			SpringApplication.getShutdownHandlers().add(CLOSE);
		}
		catch (IllegalStateException ex) {
			// The process is ending: nothing is held back for long any more.
		}
	}

	private static boolean isLogback() {
		return ClassUtils.isPresent("ch.qos.logback.classic.LoggerContext", LogDeliveryListener.class.getClassLoader());
	}

}
