package dev.mainstay.resilience.idempotency.actuate;

import java.security.Principal;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

import dev.mainstay.resilience.idempotency.IdempotencyRecords;
import dev.mainstay.resilience.idempotency.Outcome;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;

/**
 * Looks at records and changes them, for the endpoint. Whatever the store does, there is
 * an answer that says so. Thread-safe.
 */
final class RecordsByHand {

	/** What the name of an operation can be. Nothing else reaches a store or the log. */
	private static final Pattern RECORD = Pattern.compile("[A-Za-z0-9_-]{1,64}");

	private static final int CONFLICT = 409;

	private static final String NOT_SUPPORTED = "the store does not let anybody look into it";

	private final @Nullable IdempotencyRecords records;

	private final IdempotencyAudit audit;

	RecordsByHand(@Nullable IdempotencyRecords records, IdempotencyAudit audit) {
		this.records = records;
		this.audit = audit;
	}

	WebEndpointResponse<RecordView> look(String recordKey) {
		return answer(recordKey,
				(some) -> some.find(recordKey)
					.map((entry) -> new WebEndpointResponse<>(RecordView.of(entry)))
					.orElseGet(() -> notFound(recordKey)));
	}

	WebEndpointResponse<RecordView> release(String recordKey, boolean force, @Nullable Principal who) {
		return audited("release", who, answer(recordKey, (some) -> {
			Optional<IdempotencyRecords.Entry> found = some.find(recordKey);
			if (found.isPresent() && !force && !isUnclear(found.get())) {
				return new WebEndpointResponse<>(RecordView.of(found.get())
					.because("it is known what becomes of a repetition; released, the operation may take place "
							+ "twice. force=true does it all the same"),
						CONFLICT);
			}
			return some.forget(recordKey) ? new WebEndpointResponse<>(RecordView.of(recordKey, "released", null))
					: notFound(recordKey);
		}));
	}

	private static boolean isUnclear(IdempotencyRecords.Entry entry) {
		return entry.abandoned() || entry.outcome() instanceof Outcome.Unknown;
	}

	WebEndpointResponse<RecordView> complete(String recordKey, Outcome outcome, @Nullable Principal who) {
		return audited("complete", who, answer(recordKey, (some) -> {
			if (some.resolve(recordKey, outcome)) {
				return look(recordKey);
			}
			return some.find(recordKey)
				.map((entry) -> new WebEndpointResponse<>(RecordView.of(entry).because("it is known how it ended"),
						CONFLICT))
				.orElseGet(() -> notFound(recordKey));
		}));
	}

	private static WebEndpointResponse<RecordView> notFound(String recordKey) {
		return new WebEndpointResponse<>(RecordView.of(recordKey, "not-found", null),
				WebEndpointResponse.STATUS_NOT_FOUND);
	}

	private WebEndpointResponse<RecordView> answer(String recordKey,
			Function<IdempotencyRecords, WebEndpointResponse<RecordView>> action) {
		if (!RECORD.matcher(recordKey).matches()) {
			return new WebEndpointResponse<>(RecordView.of("-", "not-found", "this is not the name of a record"),
					WebEndpointResponse.STATUS_NOT_FOUND);
		}
		if (this.records == null) {
			return new WebEndpointResponse<>(RecordView.of(recordKey, "not-supported", NOT_SUPPORTED),
					WebEndpointResponse.STATUS_NOT_FOUND);
		}
		try {
			return action.apply(this.records);
		}
		catch (RuntimeException ex) {
			return new WebEndpointResponse<>(RecordView.of(recordKey, "store-failed", reasonOf(ex)),
					WebEndpointResponse.STATUS_SERVICE_UNAVAILABLE);
		}
	}

	private WebEndpointResponse<RecordView> audited(String action, @Nullable Principal who,
			WebEndpointResponse<RecordView> answer) {
		RecordView view = answer.getBody();
		if (view != null) {
			String refused = (answer.getStatus() == CONFLICT) ? "refused, it is " : "";
			this.audit.changed(view.record(), action, refused + view.state(), who);
		}
		return answer;
	}

	static String reasonOf(RuntimeException failure) {
		return "the store failed: " + failure;
	}

	static String notSupported() {
		return NOT_SUPPORTED;
	}

}
