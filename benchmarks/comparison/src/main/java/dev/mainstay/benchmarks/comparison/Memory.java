package dev.mainstay.benchmarks.comparison;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import dev.mainstay.benchmarks.service.Service;

/**
 * What a process held at one time.
 *
 * @param seconds since the begin
 * @param live what is on the heap after a collection, in MB
 * @param resident what the system has given to the process, in MB; 0 where it does not
 * tell
 */
record Memory(long seconds, double live, double resident) {

	static Memory of(Service service, long begin) throws IOException {
		return new Memory((System.nanoTime() - begin) / 1_000_000_000, service.liveBytes() / 1048576.0,
				resident(service.pid()));
	}

	private static double resident(long pid) throws IOException {
		Path status = Path.of("/proc", String.valueOf(pid), "status");
		if (!Files.isReadable(status)) {
			return 0;
		}
		return Files.readAllLines(status)
			.stream()
			.filter((line) -> line.startsWith("VmRSS:"))
			.mapToDouble((line) -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
			.findFirst()
			.orElse(0);
	}

	/**
	 * By how many MB what is on the heap grows in an hour: the straight line that is
	 * nearest to all but the first quarter, in which caches are filled.
	 */
	static double growthPerHour(List<Memory> samples) {
		List<Memory> late = samples.subList(samples.size() / 4, samples.size());
		double[] hours = late.stream().mapToDouble((memory) -> memory.seconds / 3600.0).toArray();
		double[] live = late.stream().mapToDouble(Memory::live).toArray();
		double hour = Arrays.stream(hours).average().orElse(0);
		double mean = Arrays.stream(live).average().orElse(0);
		double covariance = 0;
		double variance = 0;
		for (int i = 0; i < hours.length; i++) {
			covariance += (hours[i] - hour) * (live[i] - mean);
			variance += (hours[i] - hour) * (hours[i] - hour);
		}
		return (variance == 0) ? 0 : covariance / variance;
	}

}
