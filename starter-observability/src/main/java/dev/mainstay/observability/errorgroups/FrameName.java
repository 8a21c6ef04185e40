package dev.mainstay.observability.errorgroups;

/**
 * The name of a frame as somebody wrote it: the method in which a lambda stands for the
 * lambda, and nothing that compilers count.
 */
final class FrameName {

	private static final String LAMBDA = "lambda$";

	private static final String LAMBDA_OF_KOTLIN = "$lambda$";

	private FrameName() {
	}

	static String of(StackTraceElement frame) {
		return withoutCounters(frame.getClassName()) + "." + method(frame.getMethodName());
	}

	/** With its line, which is right for the sample that it stands beside. */
	static String readable(StackTraceElement frame) {
		String place = frame.getClassName() + "." + method(frame.getMethodName());
		return (frame.getFileName() != null && frame.getLineNumber() > 0)
				? place + "(" + frame.getFileName() + ":" + frame.getLineNumber() + ")" : place;
	}

	static boolean isMadeByTheCompiler(StackTraceElement frame) {
		return frame.getMethodName().startsWith("access$");
	}

	private static String method(String name) {
		String result = name;
		if (result.startsWith(LAMBDA) && result.lastIndexOf('$') > LAMBDA.length()) {
			result = result.substring(LAMBDA.length(), result.lastIndexOf('$'));
		}
		int lambda = result.indexOf(LAMBDA_OF_KOTLIN);
		return withoutCounters((lambda > 0) ? result.substring(0, lambda) : result);
	}

	/** The numbers of {@code Orders$1} depend on what else is in the class. */
	static String withoutCounters(String name) {
		if (name.indexOf('$') < 0) {
			return name;
		}
		StringBuilder result = new StringBuilder(name.length());
		boolean counter = false;
		for (int i = 0; i < name.length(); i++) {
			char c = name.charAt(i);
			counter = c == '$' || (counter && c >= '0' && c <= '9');
			if (!counter || c == '$') {
				result.append(c);
			}
		}
		return result.toString();
	}

}
