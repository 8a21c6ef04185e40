package dev.mainstay.resilience.idempotency;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * The page on which the rules for keys are published, as
 * draft-ietf-httpapi-idempotency-key-header-07 asks: without style or script, so that no
 * content security policy is in its way. Thread-safe.
 *
 * @since 0.1.0
 */
public final class PolicyPage {

	/**
	 * The content type of the page.
	 */
	public static final String CONTENT_TYPE = "text/html;charset=UTF-8";

	private static final String HEAD = """
			<!DOCTYPE html>
			<html lang="en">
			<head><meta charset="utf-8"><title>Idempotency keys</title></head>
			<body>
			<h1>Idempotency keys</h1>
			<p>A request that carries an <code>Idempotency-Key</code> takes place once. Whoever does not get the answer
			sends the same request again, with the same key, and gets the first one's answer.</p>
			""";

	private static final String SCOPE = """
			<h2>Scope</h2>
			<p>A key belongs to its caller, and names one operation: the same method, path, query and body.
			Choose a random one, such as a UUID, for each operation.</p>
			""";

	private static final String ANSWERS = """
			<h2>What the answers mean</h2>
			<table>
			<tr><th>status</th><th>code</th><th>meaning</th></tr>
			<tr><td>400</td><td>idempotency-key-missing</td><td>The operation requires a key. Nothing was done.</td></tr>
			<tr><td>400</td><td>idempotency-key-invalid</td><td>The header is not one key. Nothing was done.</td></tr>
			<tr><td>409</td><td>idempotency-in-progress</td><td>The first request is still being processed. Send the
			same request again after the time in <code>Retry-After</code>.</td></tr>
			<tr><td>409</td><td>idempotency-outcome-unknown</td><td>It is not known how the first request ended. Find
			out before using a new key.</td></tr>
			<tr><td>409</td><td>idempotency-response-not-replayable</td><td>The first request was processed. Its answer
			cannot be repeated.</td></tr>
			<tr><td>413</td><td>payload-too-large</td><td>The body is too large to be compared, where a key is required.
			Nothing was done.</td></tr>
			<tr><td>422</td><td>idempotency-key-reused</td><td>The key was used for another body. Nothing was
			done.</td></tr>
			<tr><td>503</td><td>idempotency-store-unavailable</td><td>Keys cannot be honoured at present. Nothing was
			done. Send the same request again later.</td></tr>
			</table>
			<p><code>Idempotency-Status</code> says what became of the key, <code>Idempotent-Replayed: true</code> that an
			answer is a repeated one, <code>Idempotency-Expires</code> until when it is kept.</p>
			</body>
			</html>
			""";

	private final IdempotencySettings settings;

	private final @Nullable Retention retention;

	private final RouteRules rules;

	private final Supplier<Map<String, DeclaredPolicy>> declared;

	/**
	 * Create it.
	 * @param idempotency knows how keys are handled and what is promised
	 * @param rules what was configured for routes
	 * @param declared gives what handlers say, by their routes
	 */
	public PolicyPage(Idempotency idempotency, RouteRules rules, Supplier<Map<String, DeclaredPolicy>> declared) {
		this.settings = idempotency.settings();
		this.retention = idempotency.terms().retention();
		this.rules = rules;
		this.declared = declared;
	}

	/**
	 * Write the page.
	 * @return the document
	 */
	public String html() {
		return HEAD + key() + SCOPE + expiry() + routes() + ANSWERS;
	}

	private String key() {
		return "<h2>Key</h2>\n<p>One Structured Field String (RFC 8941, section 3.3.3) of 1 to "
				+ IdempotencyKey.MAX_LENGTH + " printable ASCII characters that are not all spaces, such as "
				+ "<code>Idempotency-Key: \"8e03978e-40d5-43ec-8b3a-6c3c7a7d1f3e\"</code>. "
				+ (this.settings.strict() ? "The quotes are required." : "A bare token is accepted, too.")
				+ " A request with a body of more than " + this.settings.maxRequestSize()
				+ " bytes is not protected.</p>\n";
	}

	private String expiry() {
		if (this.retention == null) {
			return "";
		}
		return "<h2>Expiry</h2>\n<p>An answer is kept for " + text(this.retention.answers())
				+ ", one that says that nothing was done (4xx) for " + text(this.retention.rejections())
				+ ". After that, the key is a new one.</p>\n";
	}

	private String routes() {
		StringBuilder table = new StringBuilder("<h2>Routes</h2>\n<table>\n<tr><th>route</th><th>key</th></tr>\n");
		Map<String, KeyUse> routes = new LinkedHashMap<>();
		this.rules.rules().forEach((rule) -> routes.put(rule.route(), rule.use()));
		this.declared.get().forEach((route, policy) -> routes.putIfAbsent(route, policy.annotation().value()));
		routes.forEach((route, use) -> row(table, route, use.name().toLowerCase(Locale.ROOT)));
		row(table, "every other POST and PATCH", "optional");
		row(table, "everything else", "ignored");
		return table.append("</table>\n<p>Where two of them match, the more specific one counts.</p>\n").toString();
	}

	private static void row(StringBuilder table, String route, String use) {
		table.append("<tr><td>").append(escape(route)).append("</td><td>").append(use).append("</td></tr>\n");
	}

	/** In the largest unit that needs no fraction. */
	private static String text(Duration duration) {
		if (duration.getNano() > 0) {
			return duration.toString();
		}
		long seconds = duration.toSeconds();
		if (seconds % 3600 == 0) {
			return (seconds == 3600) ? "1 hour" : seconds / 3600 + " hours";
		}
		return (seconds % 60 == 0) ? seconds / 60 + " minutes" : seconds + " seconds";
	}

	private static String escape(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
	}

}
