package dev.mainstay.resilience.retry;

import java.lang.StackWalker.Option;
import java.lang.StackWalker.StackFrame;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds out whether somebody around the current call already retries, by looking at who
 * called: a package or a class that is named for it. All known libraries are, Spring's
 * {@code @Retryable} and {@code RetryTemplate}, Spring Retry, Resilience4j, Failsafe,
 * MicroProfile Fault Tolerance, and usually an application's own loop. Retries that
 * surround each other multiply. Walking the stack takes microseconds and is done only
 * when a call has failed.
 */
final class SurroundingRetry {

	private static final Set<String> OURS = Set.of("dev.mainstay.resilience.http", "dev.mainstay.resilience.retry");

	/**
	 * A reactive chain: what is beyond it on the stack signals a result, and has called
	 * nobody.
	 */
	private static final String CHAIN = "dev.mainstay.resilience.http.reactive.";

	private static final Set<String> PACKAGES = Set.of("retry", "retries", "retrying");

	private static final Pattern CLASS = Pattern.compile("Retry|Retrier|Retries");

	/** A test that is named for the retries it tests does not retry. */
	private static final Pattern TEST_CLASS = Pattern.compile(".*(Test|Tests|TestCase|IT|Spec)");

	private static final StackWalker walker = StackWalker.getInstance(Option.RETAIN_CLASS_REFERENCE);

	/**
	 * A dependency that is down makes for many failed calls from the same few classes.
	 */
	private static final ClassValue<Boolean> answers = new ClassValue<>() {

		@Override
		protected Boolean computeValue(Class<?> type) {
			return isNamedForIt(type.getName());
		}

	};

	private SurroundingRetry() {
	}

	static boolean isPresent() {
		return walker.walk((frames) -> frames.takeWhile((frame) -> !frame.getClassName().startsWith(CHAIN))
			.map(StackFrame::getDeclaringClass)
			.anyMatch(answers::get));
	}

	static boolean isNamedForIt(String className) {
		int lastDot = className.lastIndexOf('.');
		String packageName = className.substring(0, Math.max(lastDot, 0));
		if (OURS.contains(packageName)) {
			return false;
		}
		String[] types = className.substring(lastDot + 1).split("\\$");
		boolean test = TEST_CLASS.matcher(types[0]).matches();
		return Arrays.stream(types).skip(test ? 1 : 0).anyMatch((type) -> CLASS.matcher(type).find())
				|| (!test && isRetryPackage(packageName));
	}

	private static boolean isRetryPackage(String name) {
		return Arrays.stream(name.split("\\.")).anyMatch(PACKAGES::contains);
	}

}
