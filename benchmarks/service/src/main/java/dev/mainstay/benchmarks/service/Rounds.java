package dev.mainstay.benchmarks.service;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is done before services are measured in rounds that take turns, and what the
 * rounds say.
 */
public final class Rounds {

	private static final Logger logger = LoggerFactory.getLogger(Rounds.class);

	private static final Duration WARM_UP = Duration.ofSeconds(10);

	private Rounds() {
	}

	/**
	 * Until the compiler, which has little of the processors while they are under load,
	 * is idle nearly all the time.
	 * @param service what is to be warm
	 * @param light little load
	 * @param longest after how many times ten seconds it is given up to wait for that
	 * @throws IOException if the service does not answer
	 * @throws InterruptedException if interrupted
	 */
	public static void warmUp(Service service, Requests light, int longest) throws IOException, InterruptedException {
		Duration before = service.compilerTime();
		for (int i = 0; i < longest; i++) {
			light.run(service.port(), WARM_UP);
			Duration now = service.compilerTime();
			if (now.minus(before).compareTo(WARM_UP.dividedBy(20)) < 0) {
				return;
			}
			before = now;
		}
		logger.info("The compiler is still at work");
	}

	/**
	 * The median of what was measured.
	 * @param rounds of one service
	 * @param value what is looked at
	 * @return the median, not a number if there are no rounds
	 */
	public static double median(List<Round> rounds, ToDoubleFunction<Round> value) {
		double[] sorted = rounds.stream().mapToDouble(value).sorted().toArray();
		return (sorted.length == 0) ? Double.NaN : sorted[sorted.length / 2];
	}

	/**
	 * The median of the ratios of rounds that were beside each other.
	 * @param of rounds of one service
	 * @param to rounds of another, to which they are compared
	 * @param value what is looked at
	 * @return the median, not a number if there are no rounds
	 */
	public static double ratio(List<Round> of, List<Round> to, ToDoubleFunction<Round> value) {
		double[] sorted = IntStream.range(0, Math.min(of.size(), to.size()))
			.mapToDouble((i) -> value.applyAsDouble(of.get(i)) / value.applyAsDouble(to.get(i)))
			.sorted()
			.toArray();
		return (sorted.length == 0) ? Double.NaN : sorted[sorted.length / 2];
	}

}
