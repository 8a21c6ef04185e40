package dev.mainstay.core.request;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Keeps the requests that have ended.
 */
public final class Ledger implements RequestCompletionListener {

	private final List<CompletedRequest> requests = new CopyOnWriteArrayList<>();

	private boolean one;

	@Override
	public void onCompletion(CompletedRequest request) {
		this.requests.add(request);
	}

	/** Also the last chance of a second end of the {@link #only() only one} to show. */
	public void clear() {
		int ended = this.requests.size();
		this.requests.clear();
		if (this.one) {
			this.one = false;
			assertThat(ended).as("requests that have ended where there was one").isEqualTo(1);
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
		this.one = true;
		return this.requests.get(0);
	}

}
