package dev.mainstay.tests.torture.idempotency;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.mainstay.tests.harness.ApplicationProcess;
import dev.mainstay.tests.harness.Launch;

/**
 * One of the instances of the service, over all its processes. Harmed by one thread at a
 * time; its address may be asked for by any.
 */
final class Instance implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofSeconds(40);

	private static final Duration SUSPICION = Duration.ofMillis(300);

	private static final Pattern VALUE = Pattern.compile("\"value\":([0-9.E]+)");

	private static final String LOST = "The claim on an idempotency key was lost";

	private final List<String> arguments = new ArrayList<>();

	private final List<ApplicationProcess> ended = new ArrayList<>();

	private volatile ApplicationProcess process;

	private volatile URI orders;

	private volatile long suspectedUntil = System.nanoTime();

	/**
	 * Start it.
	 * @param name its name in the rows that it writes
	 * @param arguments its arguments
	 */
	Instance(String name, List<String> arguments) {
		this.arguments.addAll(arguments);
		this.arguments.add("--torture.instance=" + name);
		start();
	}

	void start() {
		if (this.process != null) {
			this.ended.add(this.process);
		}
		this.process = ApplicationProcess.start(Launch.of(KeyedWriteApplication.class),
				this.arguments.toArray(String[]::new));
		this.orders = URI.create("http://127.0.0.1:" + this.process.port() + "/orders");
	}

	/** Called when it gave no answer. */
	void suspect() {
		this.suspectedUntil = System.nanoTime() + SUSPICION.toNanos();
	}

	/** Whether it would be wiser to ask somebody else. */
	boolean isSuspected() {
		return System.nanoTime() - this.suspectedUntil < 0;
	}

	/** Where orders go; nobody may be there. */
	URI orders() {
		return this.orders;
	}

	void kill() {
		this.process.kill();
	}

	void freeze() {
		this.process.freeze();
	}

	void thaw() {
		this.process.thaw();
	}

	/** End it as whoever runs it does. */
	void stop() {
		this.process.terminate();
		if (!this.process.awaitEnd(PATIENCE)) {
			throw new IllegalStateException(
					"The instance did not stop. It wrote:\n" + String.join("\n", this.process.lines()));
		}
	}

	/** How many operations its processes have run once more. */
	int takenOver() {
		return this.ended.stream().mapToInt(Instance::takenOver).sum() + takenOver(this.process);
	}

	private static int takenOver(ApplicationProcess process) {
		return count(process, KeyedWriteApplication.TAKEN_OVER);
	}

	/** How many claims its processes have found to be somebody else's. */
	int lost() {
		return this.ended.stream().mapToInt((process) -> count(process, LOST)).sum() + count(this.process, LOST);
	}

	private static int count(ApplicationProcess process, String text) {
		return (int) process.lines().stream().filter((line) -> line.contains(text)).count();
	}

	/** Whether the meter says the same as the process that lives has written. */
	boolean metersAgree() {
		return (int) meter("stolen") == takenOver(this.process) && (int) meter("lost") == count(this.process, LOST);
	}

	double inFlight() {
		return meter("in.flight");
	}

	private double meter(String name) {
		String body = this.process.http().get("/actuator/metrics/mainstay.idempotency." + name).body();
		Matcher matcher = VALUE.matcher(body);
		if (!matcher.find()) {
			throw new IllegalStateException("No value of " + name + ": " + body);
		}
		return Double.parseDouble(matcher.group(1));
	}

	@Override
	public void close() {
		this.process.kill();
	}

}
