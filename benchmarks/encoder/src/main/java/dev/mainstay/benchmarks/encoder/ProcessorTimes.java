package dev.mainstay.benchmarks.encoder;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import dev.mainstay.observability.masking.MaskingEngine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The same as {@link EncoderBenchmark} and {@link MaskingBenchmark} on a machine that has
 * other work: counts the time of the processor and not that of the clock, in rounds that
 * take turns, and shows the shortest and the middle one.
 */
public final class ProcessorTimes {

	private static final Logger logger = LoggerFactory.getLogger(ProcessorTimes.class);

	private static final int ROUNDS = 60;

	private static final long ROUND_NANOS = 20_000_000;

	private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

	private final Map<String, Work> works = new LinkedHashMap<>();

	/** The clock of the processor takes as long to read as a line. */
	private final int batch;

	private long sink;

	private ProcessorTimes(int batch) {
		this.batch = batch;
	}

	/**
	 * Measure all encoders, then masking in all sizes.
	 * @param args not looked at
	 */
	public static void main(String[] args) {
		ProcessorTimes encoders = new ProcessorTimes(64);
		for (String name : List.of("mainstay", "logstash-encoder", "boot-logstash", "logstash-encoder-regex")) {
			Encoder<ILoggingEvent> encoder = Encoders.named(name);
			ILoggingEvent plain = Events.plain();
			ILoggingEvent exception = Events.withException();
			encoders.works.put(name + " plain", () -> encoder.encode(plain).length);
			encoders.works.put(name + " exception", () -> encoder.encode(exception).length);
		}
		encoders.measure();
		ProcessorTimes masking = new ProcessorTimes(1);
		MaskingEngine engine = MaskingEngine.create(List.of());
		for (String kind : List.of("frames", "hostile", "secrets")) {
			for (int size = 65_536; size <= 1_048_576; size *= 2) {
				String text = MaskingBenchmark.text(kind, size);
				masking.works.put("masking " + kind + " " + size, () -> engine.mask(text).length());
			}
		}
		masking.measure();
	}

	private void measure() {
		Map<String, List<Long>> times = new LinkedHashMap<>();
		for (int round = 0; round < ROUNDS; round++) {
			for (Map.Entry<String, Work> work : this.works.entrySet()) {
				long nanos = time(work.getValue());
				// The first third is for the compiler.
				if (round >= ROUNDS / 3) {
					times.computeIfAbsent(work.getKey(), (name) -> new ArrayList<>()).add(nanos);
				}
			}
		}
		times.forEach((name, nanos) -> {
			Collections.sort(nanos);
			logger.info(String.format("%-36s shortest %,10d ns, middle %,10d ns", name, nanos.get(0),
					nanos.get(nanos.size() / 2)));
		});
		logger.info("{} bytes", this.sink);
	}

	private long time(Work work) {
		long start = THREADS.getCurrentThreadCpuTime();
		long end = start;
		int count = 0;
		while (end - start < ROUND_NANOS) {
			for (int i = 0; i < this.batch; i++) {
				this.sink += work.run();
			}
			count += this.batch;
			end = THREADS.getCurrentThreadCpuTime();
		}
		return (end - start) / count;
	}

	private interface Work {

		int run();

	}

}
