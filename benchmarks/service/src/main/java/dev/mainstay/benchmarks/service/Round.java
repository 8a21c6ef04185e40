package dev.mainstay.benchmarks.service;

import java.io.IOException;
import java.time.Duration;

/**
 * What was measured of a service under load, once.
 *
 * @param throughput answers a second
 * @param processorMicros time of the processors for a request, of the service's process
 * @param bytes allocated for a request
 * @param medianMicros latency of the median
 * @param slowMicros latency of the 99th percentile
 */
public record Round(double throughput, double processorMicros, double bytes, int medianMicros, int slowMicros) {

	/**
	 * Measure a service that is warm.
	 * @param service the service
	 * @param load what it is asked
	 * @param duration for how long
	 * @return what was measured
	 * @throws IOException if the service does not answer
	 * @throws InterruptedException if interrupted
	 */
	public static Round of(Service service, Requests load, Duration duration) throws IOException, InterruptedException {
		long allocated = service.allocatedBytes();
		Duration used = service.processorTime();
		long begin = System.nanoTime();
		Latencies latencies = load.run(service.port(), duration);
		double seconds = (System.nanoTime() - begin) / 1e9;
		long nanos = service.processorTime().minus(used).toNanos();
		double bytes = service.allocatedBytes() - allocated;
		double requests = latencies.total();
		return new Round(requests / seconds, nanos / requests / 1000, bytes / requests, latencies.micros(0.5),
				latencies.micros(0.99));
	}

}
