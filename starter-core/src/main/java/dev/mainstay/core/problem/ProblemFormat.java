package dev.mainstay.core.problem;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.mainstay.core.masking.TextMasker;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.json.JsonWriter;

/**
 * The form in which a problem goes on the wire: the same bytes on every web stack,
 * whatever the application does with its own JSON. Thread-safe; never throws.
 *
 * @since 0.1.0
 */
public final class ProblemFormat {

	/**
	 * The media type of a problem in JSON.
	 */
	public static final String JSON = "application/problem+json";

	/**
	 * The media type of a problem as a page.
	 */
	public static final String HTML = "text/html;charset=UTF-8";

	/**
	 * The content security policy of such a page, which needs nothing: whatever of a
	 * caller's words got into it, nothing is run or loaded.
	 */
	public static final String HTML_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; "
			+ "frame-ancestors 'none'";

	private static final Logger logger = LoggerFactory.getLogger(ProblemFormat.class);

	private static final JsonWriter<Map<String, ?>> json = JsonWriter.standard();

	private final String typeBase;

	private final MaskedValues masked;

	/**
	 * Create the format.
	 * @param typeBase what stands before the code in the type of a problem
	 * @param masker masks every text on its way out, but for the code, by which callers
	 * branch, and the ids
	 */
	public ProblemFormat(String typeBase, TextMasker masker) {
		this.typeBase = typeBase;
		this.masked = new MaskedValues(masker);
	}

	/**
	 * The members of the answer in their order.
	 * @param problem the problem
	 * @param occurrence the request in which it occurred
	 * @return a fresh map
	 */
	public Map<String, Object> members(Problem problem, ProblemOccurrence occurrence) {
		Map<String, Object> members = core(problem, occurrence);
		if (!problem.errors().isEmpty()) {
			members.put("errors", problem.errors().stream().map(this::members).toList());
		}
		if (problem.errorsTruncated()) {
			members.put("errorsTruncated", true);
		}
		problem.extensions().forEach((name, value) -> put(members, name, this.masked.of(value)));
		occurrence.additions().forEach((name, value) -> put(members, name, this.masked.of(value)));
		return members;
	}

	private Map<String, Object> core(Problem problem, ProblemOccurrence occurrence) {
		Map<String, Object> members = new LinkedHashMap<>();
		put(members, "type",
				(problem.type() != null) ? this.masked.text(problem.type()) : this.typeBase + problem.code());
		put(members, "title", this.masked.text(problem.title()));
		members.put("status", problem.status());
		put(members, "detail", this.masked.text(problem.detail()));
		put(members, "instance", this.masked.text(occurrence.instance()));
		members.put("code", problem.code());
		put(members, "requestId", occurrence.requestId());
		put(members, "traceId", occurrence.traceId());
		return members;
	}

	/** A place names what the caller sent, such as the key of a map. */
	private Map<String, Object> members(Violation violation) {
		Map<String, Object> members = new LinkedHashMap<>();
		if (violation.in() != null) {
			put(members, violation.in().member(), this.masked.text(violation.place()));
		}
		members.put("code", violation.code());
		put(members, "detail", this.masked.text(violation.detail()));
		put(members, "params", violation.params().isEmpty() ? null : this.masked.of(violation.params()));
		put(members, "rejectedValue", rejectedValue(violation));
		return members;
	}

	/** A place with the name of a secret holds one, whatever the value looks like. */
	private @Nullable String rejectedValue(Violation violation) {
		String value = violation.rejectedValue();
		if (value == null) {
			return null;
		}
		for (String name : violation.place().split("[/#.\\[\\]]+")) {
			String masked = this.masked.text("\"" + name + "\":\"" + value + "\"");
			if (masked == null || !masked.contains(value)) {
				return null;
			}
		}
		return this.masked.text(value);
	}

	private static void put(Map<String, Object> members, String name, @Nullable Object value) {
		if (value != null) {
			members.putIfAbsent(name, value);
		}
	}

	/**
	 * The answer in JSON.
	 * @param problem the problem
	 * @param occurrence the request in which it occurred
	 * @return the bytes, in UTF-8
	 */
	public byte[] json(Problem problem, ProblemOccurrence occurrence) {
		try {
			return write(members(problem, occurrence));
		}
		catch (RuntimeException | StackOverflowError ex) {
			logger.warn("The members of the problem {} cannot be written, and were left out", problem.code(), ex);
			return write(core(problem, occurrence));
		}
	}

	private static byte[] write(Map<String, Object> members) {
		return json.writeToString(members).getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * The answer as a page that says no more than a caller needs for a report.
	 * @param problem the problem
	 * @param occurrence the request in which it occurred
	 * @return the bytes, in UTF-8
	 */
	public byte[] html(Problem problem, ProblemOccurrence occurrence) {
		String title = this.masked.text(problem.title());
		String page = new HtmlPage(problem.status(), (title != null) ? title : problem.code(), occurrence.requestId())
			.render();
		return page.getBytes(StandardCharsets.UTF_8);
	}

}
