package dev.mainstay.core.request;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a request while it is under way. The web stacks write down here what
 * the end of the request no longer knows; the first value of a kind wins where a later
 * one would be that of an error page or a forward. Thread-safe: the server may note an
 * abort while the application notes a failure, and of two values only one is the first.
 *
 * @since 0.1.0
 */
public final class RequestExchange {

	/**
	 * The name of the request attribute, on every web stack, that holds the exchange.
	 */
	public static final String ATTRIBUTE = RequestExchange.class.getName();

	private static final AtomicIntegerFieldUpdater<RequestExchange> COMPLETED = AtomicIntegerFieldUpdater
		.newUpdater(RequestExchange.class, "completed");

	private final RequestLifecycle lifecycle;

	private final RequestStart start;

	/** An object less for each request than an {@code AtomicBoolean}. */
	private volatile int completed;

	private volatile @Nullable String requestId;

	private volatile @Nullable TraceIds traceIds;

	private volatile @Nullable String route;

	private volatile @Nullable Integer committedStatus;

	private volatile @Nullable Throwable failure;

	private volatile @Nullable RequestOutcome outcome;

	private volatile RequestOrigin origin;

	private @Nullable HeaderBytes headerBytes;

	RequestExchange(RequestLifecycle lifecycle, RequestStart start) {
		this.lifecycle = lifecycle;
		this.start = start;
		this.origin = start.origin();
	}

	/**
	 * How the request began.
	 * @return the start
	 */
	public RequestStart start() {
		return this.start;
	}

	/**
	 * Note how the server takes headers in the form in which it sends them. Called when
	 * the exchange begins, by a hook of the server that knows one.
	 * @param headerBytes takes the headers of the answer
	 */
	public void headerBytes(HeaderBytes headerBytes) {
		this.headerBytes = headerBytes;
	}

	/**
	 * How the server takes headers in the form in which it sends them.
	 * @return takes the headers of the answer, {@code null} if texts are as good
	 */
	public @Nullable HeaderBytes headerBytes() {
		return this.headerBytes;
	}

	/**
	 * The identity of the request.
	 * @return the id, or {@code null} as long as it has none
	 */
	public @Nullable String requestId() {
		return this.requestId;
	}

	/**
	 * Give the request its identity, once.
	 * @param requestId the id
	 */
	public synchronized void identify(String requestId) {
		if (this.requestId == null) {
			this.requestId = requestId;
		}
	}

	/**
	 * The identity of the trace.
	 * @return the ids, or {@code null} if the request is not traced
	 */
	public @Nullable TraceIds traceIds() {
		return this.traceIds;
	}

	/**
	 * Note the identity of the trace, once.
	 * @param traceIds the ids
	 */
	public synchronized void traced(TraceIds traceIds) {
		if (this.traceIds == null) {
			this.traceIds = traceIds;
		}
	}

	/**
	 * The template of the first handler that was chosen.
	 * @return the template, or {@code null} as long as none was
	 */
	public @Nullable String route() {
		return this.route;
	}

	/**
	 * Note the template of a handler that was chosen; the first one stays.
	 * @param route the template
	 */
	public synchronized void routed(String route) {
		if (this.route == null) {
			this.route = route;
		}
	}

	/**
	 * Note whose request it is.
	 * @param origin the origin
	 */
	public void origin(RequestOrigin origin) {
		this.origin = origin;
	}

	/**
	 * Note the status with which the head of the answer goes on the wire; the first one
	 * stays, as only one can.
	 * @param status the status
	 */
	public synchronized void committed(int status) {
		if (this.committedStatus == null) {
			this.committedStatus = status;
		}
	}

	/**
	 * The status with which the head of the answer went on the wire.
	 * @return the status, or {@code null} as long as nothing was sent
	 */
	public @Nullable Integer committedStatus() {
		return this.committedStatus;
	}

	/**
	 * Note a failure that nobody handled; the first one stays.
	 * @param failure the failure, wrapped or not
	 */
	public synchronized void failed(Throwable failure) {
		if (this.failure == null) {
			this.failure = RootFailure.unwrap(failure);
		}
	}

	/**
	 * The failure that nobody handled, unwrapped.
	 * @return the failure, or {@code null} if there was none
	 */
	public @Nullable Throwable failure() {
		return this.failure;
	}

	/**
	 * Note how the request is going to end, where the end itself does not show it; the
	 * first one stays.
	 * @param outcome the outcome
	 */
	public synchronized void ending(RequestOutcome outcome) {
		if (this.outcome == null) {
			this.outcome = outcome;
		}
	}

	/**
	 * End the request. Only the first call has an effect: it tells the listeners.
	 * @param end what the server knows at the end
	 * @return whether this call has ended the request
	 */
	public boolean complete(RequestEnd end) {
		if (!COMPLETED.compareAndSet(this, 0, 1)) {
			return false;
		}
		this.lifecycle.completed(this.origin, () -> snapshot(end));
		return true;
	}

	private CompletedRequest snapshot(RequestEnd end) {
		Integer committed = this.committedStatus;
		Peer peer = this.start.peer();
		return new ServerRequest(this.start.method(), this.start.path(), this.route,
				(committed != null) ? committed : end.status(), outcome(end), this.failure,
				Duration.ofNanos(System.nanoTime() - this.start.nanoTime()), end.requestBytes(), end.responseBytes(),
				this.requestId, this.traceIds, peer, this.lifecycle.trustedProxies().clientOf(peer), this.origin);
	}

	private RequestOutcome outcome(RequestEnd end) {
		RequestOutcome noted = this.outcome;
		if (end.aborted()) {
			return RequestOutcome.ABORTED;
		}
		if (noted != null) {
			return noted;
		}
		return (this.failure != null) ? RequestOutcome.FAILED : RequestOutcome.COMPLETED;
	}

}
