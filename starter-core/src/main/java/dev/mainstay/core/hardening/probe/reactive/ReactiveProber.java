package dev.mainstay.core.hardening.probe.reactive;

import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.mainstay.core.hardening.probe.Probe;
import dev.mainstay.core.hardening.probe.ProbeAnswer;
import dev.mainstay.core.hardening.probe.ProbeExchange;
import dev.mainstay.core.hardening.probe.Prober;
import dev.mainstay.core.request.AnswerHeads;
import dev.mainstay.core.request.RequestOrigin;
import dev.mainstay.core.request.reactive.LifecycleHandlerDecorator;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationContext;
import org.springframework.http.server.reactive.ContextPathCompositeHandler;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.util.StringUtils;
import org.springframework.web.reactive.DispatcherHandler;
import org.springframework.web.server.WebHandler;

/**
 * Does for a probe what a reactive server does for a request. Thread-safe.
 *
 * @since 0.1.0
 */
public final class ReactiveProber implements Prober {

	private final ApplicationContext context;

	private final String path;

	private final WebHandler handlers;

	/**
	 * Create the prober.
	 * @param context the context of an application on the reactive stack
	 * @param path the path below which it is, {@code null} if there is none
	 */
	public ReactiveProber(ApplicationContext context, @Nullable String path) {
		this.context = context;
		this.path = (path != null) ? path.strip() : "";
		this.handlers = ProbeContext.below(context).dispatcher();
	}

	/**
	 * Whether an application is on the reactive stack.
	 * @param context the context of an application
	 * @return whether it is
	 */
	public static boolean isFor(ApplicationContext context) {
		return context.getBeanProvider(DispatcherHandler.class).getIfAvailable() != null;
	}

	@Override
	public ProbeAnswer ask(Probe probe) {
		AtomicBoolean reached = new AtomicBoolean();
		ReactiveProbeResponse response = new ReactiveProbeResponse();
		HttpHandler handler = belowPath(watched(ProbeChain.of(this.context, this.handlers, probe, reached)));
		handler.handle(new ReactiveProbeRequest(probe, this.path), response).block();
		return response.answer(reached.get());
	}

	/** As the server does, so that the head of the answer is complete. */
	private HttpHandler watched(HttpHandler handler) {
		AnswerHeads heads = this.context.getBeanProvider(AnswerHeads.class).getIfAvailable();
		return (heads != null)
				? new LifecycleHandlerDecorator(ProbeExchange.lifecycle(), heads, RequestOrigin.PROBE).apply(handler)
				: handler;
	}

	private HttpHandler belowPath(HttpHandler handler) {
		return StringUtils.hasText(this.path) ? new ContextPathCompositeHandler(Map.of(this.path, handler)) : handler;
	}

}
