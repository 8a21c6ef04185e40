package dev.mainstay.benchmarks.comparison;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import com.sun.management.OperatingSystemMXBean;

/**
 * On what was measured.
 *
 * @param processors how many, and of what kind
 * @param load how many threads had work, on average of the last minute
 */
record Machine(String processors, String load) {

	static Machine now() throws IOException {
		OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
		String processors = String.format(Locale.ROOT, "%d processors (%s), %d GB of memory, %s %s",
				system.getAvailableProcessors(), model(system.getArch()), system.getTotalMemorySize() >> 30,
				system.getName(), system.getVersion());
		return new Machine(processors, String.format(Locale.ROOT, "%.1f", system.getSystemLoadAverage()));
	}

	/** The same, with what its load was in the end. */
	Machine until(Machine end) {
		return new Machine(this.processors, this.load + " before and " + end.load + " after");
	}

	private static String model(String otherwise) throws IOException {
		Path info = Path.of("/proc/cpuinfo");
		if (!Files.isReadable(info)) {
			return otherwise;
		}
		return Files.readAllLines(info)
			.stream()
			.filter((line) -> line.startsWith("model name"))
			.map((line) -> line.replaceFirst("^.*?: *", ""))
			.findFirst()
			.orElse(otherwise);
	}

}
