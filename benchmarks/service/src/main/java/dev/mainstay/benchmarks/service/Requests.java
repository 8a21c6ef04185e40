package dev.mainstay.benchmarks.service;

import java.io.IOException;
import java.time.Duration;

/**
 * What a service is asked under load.
 */
@FunctionalInterface
public interface Requests {

	/**
	 * Send requests for a time.
	 * @param port of the service
	 * @param duration for how long
	 * @return the latencies of all of them
	 * @throws IOException if an answer is missing or wrong
	 * @throws InterruptedException if interrupted
	 */
	Latencies run(int port, Duration duration) throws IOException, InterruptedException;

}
