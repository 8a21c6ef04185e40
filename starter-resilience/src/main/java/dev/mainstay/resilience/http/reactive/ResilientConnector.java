package dev.mainstay.resilience.http.reactive;

import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

import dev.mainstay.resilience.deadline.Deadline;
import dev.mainstay.resilience.http.CallPolicy;
import dev.mainstay.resilience.http.ClientName;
import dev.mainstay.resilience.policy.Authority;
import dev.mainstay.resilience.policy.CallCourse;
import dev.mainstay.resilience.policy.Destination;
import dev.mainstay.resilience.retry.InboundAttempt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.http.client.reactive.ClientHttpRequest;
import org.springframework.http.client.reactive.ClientHttpResponse;

/**
 * Makes calls under the policy, on top of the connector that the application runs with.
 * It is below all filters of the application and its observation, which see one call.
 * Thread-safe.
 */
final class ResilientConnector implements ClientHttpConnector, SmartLifecycle, AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(ResilientConnector.class);

	private static final int MAX_AUTHORITIES = 1000;

	private final Wire wire;

	private final CallPolicy policy;

	private final Set<Authority> repeating = ConcurrentHashMap.newKeySet();

	ResilientConnector(Wire wire, CallPolicy policy) {
		this.wire = wire;
		this.policy = policy;
	}

	@Override
	public Mono<ClientHttpResponse> connect(HttpMethod method, URI uri,
			Function<? super ClientHttpRequest, Mono<Void>> callback) {
		AtomicBoolean failed = new AtomicBoolean();
		return new SubscribedCall((retried) -> Mono.deferContextual((context) -> {
			Probe probe = Probe.of(method, uri, callback);
			ReactiveCall call = new ReactiveCall(method, uri, new Recording(callback, probe.getHeaders()), this.wire,
					this.policy.headers());
			Authority authority = Authority.of(uri);
			Destination destination = this.policy.destinations().of(ClientName.of(probe.getAttributes()), authority);
			if (failed.get()) {
				repeats(authority);
			}
			return new ResilientExchange(call, destination, begin(destination, context), new ReactiveNotes(context,
					failed, () -> this.repeating.contains(authority) || retried.getAsBoolean()))
				.execute();
		}));
	}

	/** The context of the chain says more than the thread that happens to subscribe. */
	private static CallCourse begin(Destination destination, ContextView context) {
		Deadline deadline = context.<Deadline>getOrEmpty(Deadline.KEY).orElseGet(Deadline::current);
		int attempt = context.<Integer>getOrEmpty(InboundAttempt.KEY).orElseGet(InboundAttempt::number);
		return CallCourse.begin(destination, deadline, attempt);
	}

	/**
	 * Noted for good: a filter that makes a failed exchange again once will do so again.
	 */
	private void repeats(Authority authority) {
		if (this.repeating.size() < MAX_AUTHORITIES && this.repeating.add(authority)) {
			logger.info("A filter of the application makes failed calls to {} once more. "
					+ "Calls of this client to it are not retried by Mainstay any more.", authority);
		}
	}

	@Override
	public void start() {
		if (this.wire.connector() instanceof SmartLifecycle lifecycle) {
			lifecycle.start();
		}
	}

	@Override
	public void stop() {
		if (this.wire.connector() instanceof SmartLifecycle lifecycle) {
			lifecycle.stop();
		}
	}

	@Override
	public boolean isRunning() {
		return this.wire.connector() instanceof SmartLifecycle lifecycle && lifecycle.isRunning();
	}

	@Override
	public boolean isAutoStartup() {
		return this.wire.connector() instanceof SmartLifecycle lifecycle && lifecycle.isAutoStartup();
	}

	@Override
	public int getPhase() {
		return (this.wire.connector() instanceof SmartLifecycle lifecycle) ? lifecycle.getPhase() : DEFAULT_PHASE;
	}

	@Override
	public void close() throws Exception {
		if (this.wire.connector() instanceof AutoCloseable closeable) {
			closeable.close();
		}
	}

}
