package dev.mainstay.observability.logging;

import java.util.concurrent.atomic.AtomicReferenceArray;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;

/**
 * The buffers that lines are written into, of which there are as many as lines are
 * written at the same time. One for each thread would be one for each request where these
 * have virtual threads. Thread-safe.
 */
final class LineBuffers {

	/** More lines at once have buffers that are not kept. */
	private static final int KEPT = Math.max(16, 2 * Runtime.getRuntime().availableProcessors());

	/** Nor are those of a line that was longer. */
	private static final int MAX_BYTES = 16_384;

	private final AtomicReferenceArray<@Nullable LineBuffer> idle = new AtomicReferenceArray<>(KEPT);

	private final ObjectMapper mapper;

	LineBuffers(ObjectMapper mapper) {
		this.mapper = mapper;
	}

	LineBuffer take() {
		for (int i = 0; i < KEPT; i++) {
			LineBuffer buffer = (this.idle.getPlain(i) != null) ? this.idle.getAndSet(i, null) : null;
			if (buffer != null) {
				return buffer;
			}
		}
		return new LineBuffer(this.mapper);
	}

	void giveBack(LineBuffer buffer) {
		if (buffer.longest() > MAX_BYTES) {
			return;
		}
		for (int i = 0; i < KEPT; i++) {
			if (this.idle.getPlain(i) == null && this.idle.compareAndSet(i, null, buffer)) {
				return;
			}
		}
	}

}
