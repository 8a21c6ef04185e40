package dev.mainstay.tests.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What every answer has to keep, whatever was sent: no fault of the service, no page for
 * whoever did not ask for one, a body with a code for every error, and nothing that the
 * service knows or the caller sent as a value.
 */
final class ErrorContract {

	private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3})[^\r\n]*\r\n");

	/** What HTTP itself asks for: an unknown coding, and an unknown version. */
	private static final Pattern OF_THE_PROTOCOL = Pattern.compile("501|505");

	/** A question for the head alone. */
	private static final Pattern BODILESS = Pattern.compile("\\s*HEAD ");

	private ErrorContract() {
	}

	static void check(byte[] request, byte[] answer) {
		String asked = new String(request, StandardCharsets.ISO_8859_1);
		String text = new String(answer, StandardCharsets.UTF_8);
		Matcher status = STATUS.matcher(text);
		int at = 0;
		while (status.find(at)) {
			int end = endOf(text, status.end());
			check(asked, status.group(1), text.substring(status.start(), end));
			at = end;
		}
		if (at == 0) {
			checkWithoutHead(asked, text);
		}
	}

	/** A request line without a version is HTTP/0.9, whose answers are a body alone. */
	private static void checkWithoutHead(String asked, String body) {
		require(!body.contains(FuzzedService.SECRET), "a secret of the service", asked, body);
		require(!body.toLowerCase(Locale.ROOT).contains("<html"), "a page", asked, body);
		require(!body.contains("\"status\":5"), "a fault", asked, body);
	}

	/** Answers follow each other on one connection. */
	private static int endOf(String text, int from) {
		Matcher next = STATUS.matcher(text);
		return next.find(from) ? next.start() : text.length();
	}

	private static void check(String asked, String status, String answer) {
		require(!answer.contains(FuzzedService.SECRET), "a secret of the service", asked, answer);
		if (status.charAt(0) < '4') {
			return;
		}
		require(status.charAt(0) == '4' || OF_THE_PROTOCOL.matcher(status).matches(), "a fault", asked, answer);
		int body = answer.indexOf("\r\n\r\n");
		String head = answer.substring(0, body).toLowerCase(Locale.ROOT);
		String content = answer.substring(body + 4);
		require(!repeatsValue(content), "a value of the caller", asked, answer);
		boolean page = head.contains("content-type: text/html");
		require(!page || asked.toLowerCase(Locale.ROOT).contains("text/"), "a page", asked, answer);
		boolean bodiless = content.isEmpty() && BODILESS.matcher(asked).lookingAt();
		require(page || bodiless
				|| (head.contains("content-type: application/problem+json") && content.contains("\"code\":\"")),
				"an error without a code", asked, answer);
	}

	/** The path is told on purpose. */
	private static boolean repeatsValue(String content) {
		return content.replaceAll("\"(?:instance|path)\":\"[^\"]*\"", "").contains(FuzzedRequest.CANARY);
	}

	private static void require(boolean holds, String what, String asked, String answer) {
		if (!holds) {
			throw new AssertionError(
					"The answer has " + what + ".\n---- asked\n" + asked + "\n---- answered\n" + answer);
		}
	}

}
