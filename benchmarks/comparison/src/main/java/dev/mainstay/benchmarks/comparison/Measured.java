package dev.mainstay.benchmarks.comparison;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.ToDoubleFunction;

import dev.mainstay.benchmarks.service.Service;

/**
 * What was measured of a service under load, once.
 *
 * @param throughput answers a second
 * @param cpuMicros time of the processors for a request, of the service's process
 * @param kilobytes allocated for a request
 * @param p50 latency of the median, in milliseconds
 * @param p99 latency of the 99th percentile, in milliseconds
 * @param p999 latency of 999 in a thousand, in milliseconds
 * @param failed how many in a million had another answer or none
 */
record Measured(double throughput, double cpuMicros, double kilobytes, double p50, double p99, double p999,
		double failed) {

	static Measured of(Service service, Clients clients, Operation operation, Load load, Duration duration)
			throws IOException, InterruptedException {
		long allocated = service.allocatedBytes();
		Duration used = service.processorTime();
		long begin = System.nanoTime();
		Clients.Answers answers = clients.run(service.port(), operation, load, duration);
		double seconds = (System.nanoTime() - begin) / 1e9;
		double micros = service.processorTime().minus(used).toNanos() / 1e3;
		double bytes = service.allocatedBytes() - allocated;
		double requests = answers.count();
		return new Measured(requests / seconds, micros / requests, bytes / requests / 1024, answers.micros(50) / 1e3,
				answers.micros(99) / 1e3, answers.micros(99.9) / 1e3, answers.failed() / requests * 1e6);
	}

	/**
	 * What was measured of several services at the same time.
	 * @param each of them
	 * @return the answers of all, what a request took on average, and the latest p99
	 */
	static Measured together(List<Measured> each) {
		return new Measured(each.stream().mapToDouble(Measured::throughput).sum(), mean(each, Measured::cpuMicros),
				mean(each, Measured::kilobytes), mean(each, Measured::p50), latest(each, Measured::p99),
				latest(each, Measured::p999), mean(each, Measured::failed));
	}

	private static double mean(List<Measured> each, ToDoubleFunction<Measured> value) {
		return each.stream().mapToDouble(value).average().orElseThrow();
	}

	private static double latest(List<Measured> each, ToDoubleFunction<Measured> value) {
		return each.stream().mapToDouble(value).max().orElseThrow();
	}

}
