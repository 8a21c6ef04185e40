package dev.mainstay.observability.slo.alert;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

import org.jspecify.annotations.Nullable;

import org.springframework.util.function.SingletonSupplier;

/**
 * One call of a webhook. Thread-safe.
 */
final class WebhookCall {

	private static final Duration CONNECT = Duration.ofSeconds(5);

	private static final Duration ANSWER = Duration.ofSeconds(10);

	private static final String STATUS = "it answered ";

	private static final int SUCCESS = 2;

	private static final int SERVER_ERROR = 5;

	private static final int HUNDRED = 100;

	private final URI url;

	/** Its threads are not begun where no alert ever starts. */
	private final SingletonSupplier<HttpClient> client = SingletonSupplier
		.of(() -> HttpClient.newBuilder().connectTimeout(CONNECT).build());

	WebhookCall(URI url) {
		this.url = url;
	}

	/** Answers why not, without any word of the other side. */
	@Nullable String post(String message) {
		try {
			HttpRequest request = HttpRequest.newBuilder(this.url)
				.timeout(ANSWER)
				.header("Content-Type", "application/json")
				.POST(BodyPublishers.ofString("{\"text\":\"" + escaped(message) + "\"}"))
				.build();
			int status = this.client.obtain().send(request, (answer) -> new UnreadBody()).statusCode();
			return (status / HUNDRED == SUCCESS) ? null : STATUS + status;
		}
		catch (IOException | RuntimeException ex) {
			return ex.getClass().getName();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return "the application stops";
		}
	}

	/** A webhook that refuses a message refuses it again, unless it is too busy. */
	static boolean isWorthAnother(String reason) {
		if (!reason.startsWith(STATUS)) {
			return !Thread.currentThread().isInterrupted();
		}
		String status = reason.substring(STATUS.length());
		return status.equals("429") || status.equals("408") || status.startsWith(Integer.toString(SERVER_ERROR));
	}

	/** For JSON, and in it for Slack, which takes three characters for its own. */
	private static String escaped(String text) {
		StringBuilder escaped = new StringBuilder();
		text.codePoints().forEach((c) -> {
			switch (c) {
				case '&' -> escaped.append("&amp;");
				case '<' -> escaped.append("&lt;");
				case '>' -> escaped.append("&gt;");
				case '"', '\\' -> escaped.append('\\').appendCodePoint(c);
				default -> {
					if (Character.isISOControl(c)) {
						escaped.append(String.format("\\u%04x", c));
					}
					else {
						escaped.appendCodePoint(c);
					}
				}
			}
		});
		return escaped.toString();
	}

	/** The status says all, and the client waits for the end of a body without limit. */
	private static final class UnreadBody implements BodySubscriber<Void> {

		@Override
		public CompletionStage<Void> getBody() {
			return CompletableFuture.completedFuture(null);
		}

		@Override
		public void onSubscribe(Subscription subscription) {
			subscription.cancel();
		}

		@Override
		public void onNext(List<ByteBuffer> part) {
		}

		@Override
		public void onError(Throwable failure) {
		}

		@Override
		public void onComplete() {
		}

	}

}
