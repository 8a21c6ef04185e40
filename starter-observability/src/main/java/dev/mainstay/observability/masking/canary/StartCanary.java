package dev.mainstay.observability.masking.canary;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import ch.qos.logback.classic.LoggerContext;
import dev.mainstay.core.masking.TextMasker;
import dev.mainstay.core.mode.StartRemark;
import dev.mainstay.observability.masking.MaskedCounts;
import org.slf4j.ILoggerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries out once, after the application has begun to accept traffic, whether secrets are
 * masked where they are said to be, and says so loudly if they are not. Of lines in a
 * format of the application's own that show them it warns. Called as a
 * {@link StartRemark}, on a thread that nobody waits for.
 *
 * @since 0.1.0
 */
public final class StartCanary implements StartRemark {

	private static final Logger logger = LoggerFactory.getLogger("dev.mainstay.masking");

	private static final String LOGBACK = "ch.qos.logback.classic.LoggerContext";

	private final Supplier<ILoggerFactory> loggers;

	private final Function<String, Promise> promise;

	private final Supplier<TextMasker> masker;

	/**
	 * Create the canary.
	 * @param promise what is said of the lines of the appender of this name
	 * @param masker gives what masks everything but the log lines
	 */
	public StartCanary(Function<String, Promise> promise, Supplier<TextMasker> masker) {
		this(LoggerFactory::getILoggerFactory, promise, masker);
	}

	StartCanary(Supplier<ILoggerFactory> loggers, Function<String, Promise> promise, Supplier<TextMasker> masker) {
		this.loggers = loggers;
		this.promise = promise;
		this.masker = masker;
	}

	@Override
	public List<String> lines() {
		Map<Promise, List<String>> leaking = leakingAppenders();
		if (leaking.containsKey(Promise.MASKED)) {
			logger.error(
					"Masking does not work in this configuration: a made-up password and card number came out as "
							+ "they are of the log appenders {}. What is logged shows the secrets that are in it",
					leaking.get(Promise.MASKED));
		}
		if (leaking.containsKey(Promise.NOT_MASKED)) {
			logger.warn("Log lines in a format of the application are not masked: a made-up password and card number "
					+ "came out as they are of the log appenders {}. The page on logging shows how to mask in a Logback "
					+ "file; mainstay.logging.format=text masks a pattern; mainstay.masking.warn-unmasked=false "
					+ "silences this", leaking.get(Promise.NOT_MASKED));
		}
		TextMasker masker = this.masker.get();
		if (!masks(masker)) {
			logger.warn("A made-up password came out as it is of the TextMasker {}. Problem details and the access "
					+ "log show the secrets that are in them", masker.getClass().getName());
		}
		return List.of();
	}

	private Map<Promise, List<String>> leakingAppenders() {
		ILoggerFactory factory = this.loggers.get();
		if (!factory.getClass().getName().equals(LOGBACK)) {
			return Map.of();
		}
		return LeakingAppenders.in((LoggerContext) factory).stream().collect(Collectors.groupingBy(this.promise));
	}

	private static boolean masks(TextMasker masker) {
		boolean[] masked = new boolean[1];
		MaskedCounts.withoutCounting(() -> masked[0] = !masker.mask("password=" + LeakingAppenders.PASSWORD)
			.contains(LeakingAppenders.PASSWORD));
		return masked[0];
	}

}
