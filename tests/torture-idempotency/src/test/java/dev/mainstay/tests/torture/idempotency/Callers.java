package dev.mainstay.tests.torture.idempotency;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;

/**
 * Those who send orders, often the same one at the same time, and ask again if they get
 * no answer. Thread-safe.
 */
final class Callers {

	/** Shorter than a frozen instance stays so. */
	private static final Duration PATIENCE = Duration.ofMillis(1500);

	private static final int RECENT = 64;

	private final HttpClient client = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(PATIENCE)
		.build();

	private final List<Instance> instances;

	private final Map<String, Told> told = new ConcurrentHashMap<>();

	private final AtomicReferenceArray<Told> recent = new AtomicReferenceArray<>(RECENT);

	private final Map<Answer.Kind, LongAdder> answers = new ConcurrentHashMap<>();

	private final LongAdder requests = new LongAdder();

	private final LongAdder failures = new LongAdder();

	private volatile boolean over;

	Callers(List<Instance> instances) {
		this.instances = instances;
	}

	/** Send orders until they are told to stop. */
	void run() throws InterruptedException {
		while (!this.over) {
			order(next());
		}
	}

	/** Send nothing any more but what was begun. */
	void stop() {
		this.over = true;
	}

	/** A third are repetitions of somebody's, whether it was answered or not. */
	private Told next() {
		Random random = ThreadLocalRandom.current();
		int place = random.nextInt(RECENT);
		Told known = this.recent.get(place);
		if (known != null && random.nextInt(3) == 0) {
			return known;
		}
		Told fresh = new Told(Order.random(random));
		this.told.put(fresh.order().key(), fresh);
		this.recent.set(place, fresh);
		return fresh;
	}

	private void order(Told told) throws InterruptedException {
		boolean settled = ask(told);
		while (!settled && !this.over) {
			TimeUnit.MILLISECONDS.sleep(20 + ThreadLocalRandom.current().nextInt(200));
			settled = ask(told);
		}
	}

	/** Some do not hear of an instance that does not answer. */
	private Instance choose(Random random) {
		Instance chosen = this.instances.get(random.nextInt(this.instances.size()));
		if (chosen.isSuspected() && random.nextInt(10) > 0) {
			return this.instances.stream().filter((other) -> !other.isSuspected()).findFirst().orElse(chosen);
		}
		return chosen;
	}

	/**
	 * Ask any instance.
	 * @return whether there is no use in asking again
	 */
	boolean ask(Told told) throws InterruptedException {
		Instance instance = choose(ThreadLocalRandom.current());
		HttpRequest request = HttpRequest.newBuilder(instance.orders())
			.timeout(PATIENCE.plusMillis(told.order().before() + told.order().after()))
			.header("Content-Type", "application/json")
			.header("Idempotency-Key", '"' + told.order().key() + '"')
			.POST(HttpRequest.BodyPublishers.ofString(told.order().json()))
			.build();
		this.requests.increment();
		try {
			Answer answer = Answer.of(this.client.send(request, BodyHandlers.ofString()));
			this.answers.computeIfAbsent(answer.kind(), (kind) -> new LongAdder()).increment();
			told.add(answer);
			return answer.isFinal();
		}
		catch (IOException ex) {
			instance.suspect();
			this.failures.increment();
			return false;
		}
	}

	Map<String, Told> told() {
		return this.told;
	}

	long requests() {
		return this.requests.sum();
	}

	/** How many had no answer at all. */
	long failures() {
		return this.failures.sum();
	}

	long answers(Answer.Kind kind) {
		LongAdder answers = this.answers.get(kind);
		return (answers != null) ? answers.sum() : 0;
	}

}
