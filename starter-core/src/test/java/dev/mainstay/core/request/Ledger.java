package dev.mainstay.core.request;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.awaitility.Awaitility;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Keeps the requests that have ended.
 */
public final class Ledger implements RequestCompletionListener {

	private final List<CompletedRequest> requests = new CopyOnWriteArrayList<>();

	@Override
	public void onCompletion(CompletedRequest request) {
		this.requests.add(request);
	}

	public void clear() {
		this.requests.clear();
	}

	public List<CompletedRequest> requests() {
		return this.requests;
	}

	/** The one request that has ended, after a while in which a second end would show. */
	public CompletedRequest only() {
		Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !this.requests.isEmpty());
		Awaitility.await()
			.during(Duration.ofMillis(150))
			.atMost(Duration.ofSeconds(5))
			.untilAsserted(() -> assertThat(this.requests).hasSize(1));
		return this.requests.get(0);
	}

}
