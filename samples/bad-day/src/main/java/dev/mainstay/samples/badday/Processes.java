package dev.mainstay.samples.badday;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/**
 * The processes that were started: all are stopped when this is closed or when the
 * program ends, whatever ends it.
 */
final class Processes implements AutoCloseable {

	private static final int SECONDS_TO_STOP = 3;

	private final Deque<Process> running = new ArrayDeque<>();

	private boolean closed;

	Processes() {
		Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop-processes"));
	}

	/**
	 * Takes care of a process; one that was started while all were being stopped is
	 * stopped, too.
	 */
	synchronized void add(Process process) {
		if (this.closed) {
			process.destroyForcibly();
			return;
		}
		this.running.push(process);
	}

	/**
	 * Lets a process live on when this program ends.
	 */
	synchronized void release(Process process) {
		this.running.remove(process);
	}

	void stop(Process process) {
		process.destroy();
		try {
			if (!process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
				process.destroyForcibly().waitFor();
			}
		}
		catch (InterruptedException ex) {
			process.destroyForcibly();
			Thread.currentThread().interrupt();
		}
		release(process);
	}

	@Override
	public void close() {
		Process process = next();
		while (process != null) {
			stop(process);
			process = next();
		}
	}

	private synchronized Process next() {
		this.closed = true;
		return this.running.peek();
	}

}
