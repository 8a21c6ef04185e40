package dev.mainstay.resilience.http.reactive;

import dev.mainstay.resilience.http.internal.Patience;
import reactor.core.CoreSubscriber;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;

/**
 * The body of an answer while somebody reads it. The time in which nothing is asked for
 * is the reader's.
 */
final class AwaitedBody extends Guarded<DataBuffer> {

	private final Sending sending;

	private final Patience patience;

	private final Turns turns;

	AwaitedBody(CoreSubscriber<? super DataBuffer> actual, Sending sending) {
		super(actual);
		this.sending = sending;
		this.patience = sending.body();
		this.turns = Turns.ofAnswer(this.patience);
	}

	@Override
	void begun() {
		this.sending.waitForBody(this);
	}

	@Override
	void asked(long count) {
		this.turns.asked(count);
	}

	@Override
	void came(DataBuffer buffer) {
		this.turns.came();
	}

	@Override
	void over(boolean complete) {
		this.patience.over();
		if (complete) {
			this.sending.over();
		}
		else {
			this.sending.giveUp();
		}
	}

	@Override
	void discard(DataBuffer buffer) {
		DataBufferUtils.release(buffer);
	}

}
