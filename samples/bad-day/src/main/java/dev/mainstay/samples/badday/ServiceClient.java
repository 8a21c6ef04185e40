package dev.mainstay.samples.badday;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The service's client. Gives each call an {@code X-Request-Id} unless it has one, and
 * remembers what was answered.
 */
final class ServiceClient {

	private final HttpClient http = HttpClient.newBuilder().version(Version.HTTP_1_1).build();

	private final List<Answer> answers = Collections.synchronizedList(new ArrayList<>());

	private final AtomicInteger ids = new AtomicInteger();

	private final String url;

	ServiceClient(String url) {
		this.url = url;
	}

	String url() {
		return this.url;
	}

	Answer send(Call call) {
		return sendAtOnce(List.of(call)).get(0);
	}

	/**
	 * Sends all the calls before it waits for the first answer.
	 */
	List<Answer> sendAtOnce(List<Call> calls) {
		return begin(calls).join();
	}

	CompletableFuture<List<Answer>> begin(List<Call> calls) {
		List<CompletableFuture<Answer>> pending = calls.stream().map(this::withId).map(this::sendAsync).toList();
		return CompletableFuture.allOf(pending.toArray(CompletableFuture[]::new))
			.thenApply((done) -> pending.stream().map(CompletableFuture::join).toList());
	}

	List<Answer> answers() {
		synchronized (this.answers) {
			return List.copyOf(this.answers);
		}
	}

	private Call withId(Call call) {
		return call.id().isEmpty() ? call.header("X-Request-Id", "day-%04d".formatted(this.ids.incrementAndGet()))
				: call;
	}

	private CompletableFuture<Answer> sendAsync(Call call) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.url + call.path()))
			.timeout(call.timeout())
			.method(call.method(),
					call.body().isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(call.body()));
		call.headers().forEach(request::setHeader);
		return this.http.sendAsync(request.build(), BodyHandlers.ofString())
			.handle((response, failure) -> remember(answer(call, response, failure)));
	}

	private static Answer answer(Call call, HttpResponse<String> response, Throwable failure) {
		Throwable cause = (failure != null && failure.getCause() != null) ? failure.getCause() : failure;
		if (cause != null && !(cause instanceof IOException)) {
			throw new IllegalStateException("Could not send " + call, cause);
		}
		return (response != null) ? Answer.of(call, response) : Answer.none(call);
	}

	private Answer remember(Answer answer) {
		this.answers.add(answer);
		return answer;
	}

}
