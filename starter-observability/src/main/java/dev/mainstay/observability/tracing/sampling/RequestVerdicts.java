package dev.mainstay.observability.tracing.sampling;

import java.util.List;
import java.util.function.Supplier;

import dev.mainstay.core.request.CompletedRequest;
import dev.mainstay.core.request.RequestCompletionListener;
import dev.mainstay.core.request.TraceIds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides at the end of a request on its trace, unless that was chosen anyway. By the end
 * that the server knows of, as spans say 200 of what timed out, and end more than once.
 * Thread-safe.
 *
 * @since 0.1.0
 */
public final class RequestVerdicts implements RequestCompletionListener {

	private static final Logger logger = LoggerFactory.getLogger(RequestVerdicts.class);

	private static final TraceKeeper FAILED = new FailedRequests();

	private final TailSampling tail;

	private final Supplier<List<TraceKeeper>> keepers;

	/**
	 * Create the listener.
	 * @param tail holds the traces
	 * @param keepers asked, after failures, which to keep
	 */
	public RequestVerdicts(TailSampling tail, Supplier<List<TraceKeeper>> keepers) {
		this.tail = tail;
		this.keepers = keepers;
	}

	@Override
	public void onCompletion(CompletedRequest request) {
		TraceIds ids = request.traceIds();
		if (ids != null && !ids.sampled() && this.tail.isActive()) {
			this.tail.decide(ids.spanId(), isKept(request));
		}
	}

	private boolean isKept(CompletedRequest request) {
		if (FAILED.keeps(request)) {
			return true;
		}
		for (TraceKeeper keeper : this.keepers.get()) {
			if (keeps(keeper, request)) {
				return true;
			}
		}
		return false;
	}

	private static boolean keeps(TraceKeeper keeper, CompletedRequest request) {
		try {
			return keeper.keeps(request);
		}
		catch (RuntimeException ex) {
			logger.warn("{} cannot tell whether to keep a trace", keeper.getClass().getName(), ex);
			return false;
		}
	}

}
