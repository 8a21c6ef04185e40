package dev.mainstay.tests.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What was sent on a connection, what came back, and what was logged meanwhile.
 *
 * @param asked the request, or several, or something else
 * @param answered all answers
 * @param logged the lines of the log
 */
record Exchange(String asked, String answered, String logged) {

	private static final int SHOWN = 4000;

	private static final Pattern UNPRINTABLE = Pattern.compile("[^ -~]");

	static Exchange of(byte[] request, byte[] answer, byte[] log) {
		return new Exchange(new String(request, StandardCharsets.ISO_8859_1),
				new String(answer, StandardCharsets.UTF_8), new String(log, StandardCharsets.UTF_8));
	}

	/** Says what is wrong, with the request as it can be written in a test. */
	AssertionError found(String what) {
		return new AssertionError("The answer has " + what + ".\n---- asked\n" + escaped(this.asked)
				+ "\n---- answered\n" + escaped(this.answered) + "\n---- logged\n" + escaped(this.logged) + "\n----");
	}

	/** In ASCII, with a line for each line, so that it survives whatever prints it. */
	private static String escaped(String text) {
		String shown = (text.length() > SHOWN) ? text.substring(0, SHOWN) + "..." : text;
		return UNPRINTABLE.matcher(shown.replace("\\", "\\\\"))
			.replaceAll((match) -> Matcher.quoteReplacement(switch (match.group().charAt(0)) {
				case '\r' -> "\\r";
				case '\n' -> "\\n\n";
				case '\t' -> "\\t";
				default -> "\\u%04x".formatted((int) match.group().charAt(0));
			}));
	}

}
