package dev.mainstay.observability.accesslog;

import dev.mainstay.core.masking.TextMasker;
import dev.mainstay.core.request.CompletedRequest;
import dev.mainstay.core.request.RequestCompletionListener;
import dev.mainstay.core.request.RequestOrigin;
import dev.mainstay.core.request.RequestOutcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs one event for each request when it has ended, by the logger {@value #LOGGER_NAME}
 * at level INFO: a short message, and the details as key-value pairs with the names of
 * the OpenTelemetry semantic conventions. Slow requests are marked. Probes are left out,
 * and, if only a share of them is to be logged, requests that were answered below status
 * 400 and were not slow.
 * <p>
 * Called by the request lifecycle. Thread-safe.
 *
 * @since 0.1.0
 */
public final class AccessLog implements RequestCompletionListener {

	/**
	 * The name of the logger.
	 */
	public static final String LOGGER_NAME = "mainstay.access";

	private static final Logger logger = LoggerFactory.getLogger(LOGGER_NAME);

	private static final int BAD_REQUEST = 400;

	private final TextMasker masker;

	private final SlowRequests slowRequests;

	private final IdShare share;

	private final boolean enabled;

	/**
	 * Create an access log of all requests.
	 * @param masker masks the paths that are logged
	 */
	public AccessLog(TextMasker masker) {
		this(masker, true);
	}

	/**
	 * Create an access log that may be switched off.
	 * @param masker masks the paths that are logged
	 * @param enabled whether anything is logged: in an application that was processed
	 * ahead of time, a switch can only be read at run time
	 */
	public AccessLog(TextMasker masker, boolean enabled) {
		this(masker, SlowRequests.none(), 1, enabled);
	}

	/**
	 * Create an access log that marks slow requests and may leave out ordinary ones.
	 * @param masker masks the paths that are logged
	 * @param slowRequests tells which requests were slow
	 * @param share the share of ordinary requests that is logged, from 0 to 1; by the
	 * trace id, so that it is a part of the traces that are kept
	 * @param enabled whether anything is logged
	 */
	public AccessLog(TextMasker masker, SlowRequests slowRequests, double share, boolean enabled) {
		this.masker = masker;
		this.slowRequests = slowRequests;
		this.share = new IdShare(share);
		this.enabled = enabled;
	}

	@Override
	public void onCompletion(CompletedRequest request) {
		if (!this.enabled || request.origin() == RequestOrigin.PROBE || !logger.isInfoEnabled()) {
			return;
		}
		boolean slow = this.slowRequests.isSlow(request);
		if (!slow && isOrdinary(request) && !this.share.has(request)) {
			return;
		}
		try (RequestMdc ids = RequestMdc.of(request)) {
			AccessEvent.of(request, slow, this.masker).log(logger.atInfo());
		}
	}

	private static boolean isOrdinary(CompletedRequest request) {
		Integer status = request.status();
		return request.outcome() == RequestOutcome.COMPLETED && status != null && status < BAD_REQUEST;
	}

}
