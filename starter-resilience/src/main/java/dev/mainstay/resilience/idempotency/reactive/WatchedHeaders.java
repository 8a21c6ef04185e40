package dev.mainstay.resilience.idempotency.reactive;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.mainstay.resilience.idempotency.IdempotencyHeaders;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.util.LinkedCaseInsensitiveMap;
import org.springframework.util.MultiValueMapAdapter;

/**
 * A copy of the headers of a request that tells when somebody asks for the key. Whoever
 * goes through all of them does not ask for it.
 */
final class WatchedHeaders extends MultiValueMapAdapter<String, String> {

	private static final long serialVersionUID = 1L;

	private final transient Runnable onRead;

	private volatile boolean goingThroughAll;

	private WatchedHeaders(HttpHeaders headers, Runnable onRead) {
		super(new LinkedCaseInsensitiveMap<>(headers.size(), Locale.ROOT));
		headers.forEach(this::addAll);
		this.onRead = onRead;
	}

	/** Headers that others may wrap: what they do goes through the map. */
	static HttpHeaders of(HttpHeaders headers, Runnable onRead) {
		return new HttpHeaders(new WatchedHeaders(headers, onRead));
	}

	@Override
	public @Nullable String getFirst(String name) {
		note(name);
		return super.getFirst(name);
	}

	@Override
	public @Nullable List<String> get(Object name) {
		note(name);
		return super.get(name);
	}

	/** What goes through all headers asks for their names, and then for each one. */
	@Override
	public Set<String> keySet() {
		this.goingThroughAll = true;
		return super.keySet();
	}

	private void note(Object name) {
		if (name instanceof String text && IdempotencyHeaders.KEY.equalsIgnoreCase(text)) {
			if (!this.goingThroughAll) {
				this.onRead.run();
			}
			this.goingThroughAll = false;
		}
	}

}
