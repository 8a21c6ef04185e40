package dev.mainstay.tests.fuzz;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What every answer has to keep, whatever was sent: no fault of the service, no page for
 * whoever did not ask for one, a body with a code for every error and a line in the log,
 * and nothing that the service knows or the caller sent as a value.
 */
final class ErrorContract {

	private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3})[^\r\n]*\r\n");

	/** What HTTP itself asks for: an unknown coding or method, and an unknown version. */
	private static final Pattern OF_THE_PROTOCOL = Pattern.compile("501|505");

	/** Whoever sends this is given a page. */
	private static final Pattern PREFERS_PAGE = Pattern.compile("(?i)\\baccept:[^\r\n]*text/(?:html|\\*)");

	/** A question for the head alone, which is answered with that. */
	private static final Pattern HEAD = Pattern.compile("\\s*HEAD ");

	/** The path, and the names in a document, are told on purpose. */
	private static final Pattern TOLD = Pattern.compile("\"(?:instance|path|pointer)\":\"[^\"]*\"");

	private static final Pattern REQUEST_ID = Pattern.compile("\"requestId\":\"([^\"]+)\"");

	private static final Pattern REPLAYING_ID = Pattern.compile("x-request-id: (\\S+)");

	private static final Pattern LINE_OF_OURS = Pattern
		.compile("\"logger_name\":\"(?:mainstay\\.|dev\\.mainstay\\.(?:core|observability|resilience|security)\\.)");

	private final Exchange exchange;

	private ErrorContract(Exchange exchange) {
		this.exchange = exchange;
	}

	static void check(Exchange exchange) {
		ErrorContract contract = new ErrorContract(exchange);
		contract.checkAnswers();
		contract.checkLog();
	}

	/** Answers follow each other on one connection. */
	private void checkAnswers() {
		String text = this.exchange.answered();
		require(!isRevealedIn(text), "a secret of the service");
		Matcher status = STATUS.matcher(text);
		if (!status.find()) {
			checkWithoutHead(text);
			return;
		}
		int at = status.start();
		while (at < text.length() && status.find(at)) {
			String code = status.group(1);
			int end = status.find() ? status.start() : text.length();
			if (code.charAt(0) >= '4') {
				checkError(code, text.substring(at, end), at == 0 && HEAD.matcher(this.exchange.asked()).lookingAt());
			}
			at = end;
		}
	}

	/**
	 * A request line without a version is HTTP/0.9, whose answers are a body alone: that
	 * of an error is known by how it begins.
	 */
	private void checkWithoutHead(String body) {
		require(!body.toLowerCase(Locale.ROOT).contains("<html"), "a page");
		if (body.startsWith("{\"type\":\"urn:problem-type:")) {
			require(!body.contains("\"status\":5") || body.contains("\"status\":501"), "a fault");
			checkBody("", body);
		}
	}

	private void checkError(String status, String answer, boolean bodiless) {
		require(status.charAt(0) == '4' || OF_THE_PROTOCOL.matcher(status).matches(), "a fault");
		int end = answer.indexOf("\r\n\r\n");
		String head = answer.substring(0, end).toLowerCase(Locale.ROOT);
		String body = answer.substring(end + 4);
		require(!head.contains(Canaries.OF_THE_CALLER), "a value of the caller");
		if (head.contains("content-type: text/html")) {
			require(isReplayed(head) || PREFERS_PAGE.matcher(this.exchange.asked()).find(), "a page");
			require(!body.contains(Canaries.OF_THE_CALLER), "a value of the caller");
			return;
		}
		require(head.contains("content-type: application/problem+json"), "an error without a code");
		if (!bodiless || !body.isEmpty()) {
			checkBody(head, body);
		}
	}

	private void checkBody(String head, String body) {
		require(body.contains("\"code\":\""), "an error without a code");
		require(!TOLD.matcher(body).replaceAll("").contains(Canaries.OF_THE_CALLER), "a value of the caller");
		require(hasLine(REQUEST_ID, body) || isReplayed(head) && hasLine(REPLAYING_ID, head),
				"an error without a line in the log");
	}

	private boolean hasLine(Pattern id, String text) {
		Matcher found = id.matcher(text);
		return found.find() && this.exchange.logged().contains(found.group(1));
	}

	/**
	 * What is replayed is the answer to an earlier request, in the format that was asked
	 * for then, with the id of that one in its body, whose lines were logged then. It was
	 * held against this contract when it was first given. The request that it is replayed
	 * to has its own id in the head.
	 */
	private static boolean isReplayed(String head) {
		return head.contains("idempotent-replayed: true");
	}

	/** What the application logs of its callers is its own; what it knows is masked. */
	private void checkLog() {
		String log = this.exchange.logged();
		require(!isRevealedIn(log), "a secret of the service in the log");
		require(!log.contains(Canaries.OF_THE_CALLER) || log.lines()
			.noneMatch((line) -> LINE_OF_OURS.matcher(line).find() && line.contains(Canaries.OF_THE_CALLER)),
				"a value of the caller in the log");
	}

	/**
	 * The fuzzer reads the values that the service compares with, and sends them: what it
	 * has sent itself it was not told.
	 */
	private boolean isRevealedIn(String text) {
		return text.contains(Canaries.OF_THE_SERVICE) && !this.exchange.asked().contains(Canaries.OF_THE_SERVICE);
	}

	private void require(boolean holds, String what) {
		if (!holds) {
			throw this.exchange.found(what);
		}
	}

}
