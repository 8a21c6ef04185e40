package dev.mainstay.resilience.http.reactive;

import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoOperator;

import org.springframework.http.client.reactive.ClientHttpResponse;

/**
 * The head of an answer, which comes in time or not at all.
 */
final class AwaitedHead extends MonoOperator<ClientHttpResponse, ClientHttpResponse> {

	private final Sending sending;

	AwaitedHead(Mono<ClientHttpResponse> source, Sending sending) {
		super(source);
		this.sending = sending;
	}

	@Override
	public void subscribe(CoreSubscriber<? super ClientHttpResponse> actual) {
		this.source.subscribe(new Head(actual, this.sending));
	}

	private static final class Head extends Guarded<ClientHttpResponse> {

		private final Sending sending;

		Head(CoreSubscriber<? super ClientHttpResponse> actual, Sending sending) {
			super(actual);
			this.sending = sending;
		}

		@Override
		void begun() {
			if (!this.sending.isAnswered()) {
				this.sending.waitForHead(this);
			}
		}

		@Override
		void asked(long count) {
			// It is waited for from the beginning
		}

		@Override
		void came(ClientHttpResponse response) {
			this.sending.answered();
		}

		@Override
		void over(boolean complete) {
			if (!this.sending.isAnswered()) {
				this.sending.giveUp();
			}
		}

		@Override
		void discard(ClientHttpResponse response) {
			ReactiveAnswer.cancel(response);
		}

	}

}
