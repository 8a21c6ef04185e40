package dev.mainstay.core.hardening.probe.reactive;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.ResolvableType;
import org.springframework.web.reactive.DispatcherHandler;

/**
 * What is in front of the handlers of the application: the handler of the probes, and
 * what keeps them from the others. Tells the application of nothing that happens in it.
 */
final class ProbeContext extends GenericApplicationContext {

	private ProbeContext(ApplicationContext application) {
		super(application);
		registerBean(ProbeMapping.class, ProbeMapping::new);
		registerBean(StoppingAdapter.class, StoppingAdapter::new);
		refresh();
	}

	static ProbeContext below(ApplicationContext application) {
		return new ProbeContext(application);
	}

	DispatcherHandler dispatcher() {
		return new DispatcherHandler(this);
	}

	/** Those of the JVM, which the application uses. */
	@Override
	protected void resetCommonCaches() {
		// They hold nothing of this context.
	}

	@Override
	protected void publishEvent(Object event, @Nullable ResolvableType type) {
		// The listeners of the application would take the context for its own.
	}

}
