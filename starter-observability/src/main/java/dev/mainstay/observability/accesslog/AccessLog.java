package dev.mainstay.observability.accesslog;

import dev.mainstay.core.masking.TextMasker;
import dev.mainstay.core.request.CompletedRequest;
import dev.mainstay.core.request.RequestCompletionListener;
import dev.mainstay.core.request.RequestOrigin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs one event for each request when it has ended, by the logger {@value #LOGGER_NAME}
 * at level INFO: a short message, and the details as key-value pairs with the names of
 * the OpenTelemetry semantic conventions. Probes are left out.
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

	private final TextMasker masker;

	private final boolean enabled;

	/**
	 * Create an access log.
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
		this.masker = masker;
		this.enabled = enabled;
	}

	@Override
	public void onCompletion(CompletedRequest request) {
		if (!this.enabled || request.origin() == RequestOrigin.PROBE || !logger.isInfoEnabled()) {
			return;
		}
		try (RequestMdc ids = RequestMdc.of(request)) {
			AccessEvent.of(request, this.masker).log(logger.atInfo());
		}
	}

}
