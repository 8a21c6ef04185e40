package dev.mainstay.core.request;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Keeps the requests that have ended.
 */
public final class Ledger implements RequestCompletionListener {

	private final List<CompletedRequest> requests = new CopyOnWriteArrayList<>();

	private @Nullable CompletedRequest one;

	@Override
	public void onCompletion(CompletedRequest request) {
		this.requests.add(request);
	}

	/** Also the last chance of a second end of the {@link #only() only one} to show. */
	public void clear() {
		CompletedRequest before = this.one;
		List<CompletedRequest> ended = List.copyOf(this.requests);
		this.one = null;
		this.requests.clear();
		if (before != null) {
			assertThat(ended)
				.filteredOn((request) -> Objects.equals(request.requestId(), before.requestId())
						&& Objects.equals(request.path(), before.path()))
				.hasSize(1);
		}
	}

	public List<CompletedRequest> requests() {
		return this.requests;
	}

	/** The one request that has ended, after a while in which a second end would show. */
	public CompletedRequest only() {
		ConditionFactory often = Awaitility.await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(5));
		often.atMost(Duration.ofSeconds(20)).until(() -> !this.requests.isEmpty());
		often.during(Duration.ofMillis(100))
			.atMost(Duration.ofSeconds(5))
			.untilAsserted(() -> assertThat(this.requests).hasSize(1));
		this.one = this.requests.get(0);
		return this.requests.get(0);
	}

}
