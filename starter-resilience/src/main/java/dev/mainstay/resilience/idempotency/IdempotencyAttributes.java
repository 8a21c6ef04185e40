package dev.mainstay.resilience.idempotency;

import io.micrometer.common.KeyValue;
import io.micrometer.common.docs.KeyName;
import io.micrometer.observation.Observation;
import org.jspecify.annotations.Nullable;

/**
 * What the trace of a request with a key says of it. The attributes are of the span only
 * and no tags of a meter, as not every request has them.
 *
 * @since 0.1.0
 */
public enum IdempotencyAttributes implements KeyName {

	/**
	 * What became of the request: the code of an {@link IdempotencyResult}.
	 */
	STATUS("mainstay.idempotency.status"),

	/**
	 * The name of the operation, from which neither the key nor the caller can be read.
	 */
	RECORD("mainstay.idempotency.record");

	private final String attribute;

	IdempotencyAttributes(String attribute) {
		this.attribute = attribute;
	}

	@Override
	public String asString() {
		return this.attribute;
	}

	/**
	 * Note both on the observation of a request. Called when it is decided what becomes
	 * of the request.
	 * @param request the observation of the request
	 * @param result what becomes of it
	 * @param recordKey the name of the operation, {@code null} if it is not known
	 */
	public static void note(Observation.Context request, IdempotencyResult result, @Nullable String recordKey) {
		request.addHighCardinalityKeyValue(KeyValue.of(STATUS, result.code()));
		if (recordKey != null) {
			request.addHighCardinalityKeyValue(KeyValue.of(RECORD, recordKey));
		}
	}

}
