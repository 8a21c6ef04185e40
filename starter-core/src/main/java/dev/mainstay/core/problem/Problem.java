package dev.mainstay.core.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * A failure as it is told to the caller, after RFC 9457. Immutable, thread-safe.
 *
 * @since 0.1.0
 */
public final class Problem {

	/**
	 * How many violations an answer lists. One request can break a constraint in every
	 * element of a list.
	 */
	public static final int MAX_ERRORS = 100;

	private final int status;

	private final String code;

	private final String title;

	private final @Nullable String type;

	private final @Nullable String detail;

	private final List<Violation> errors;

	private final boolean errorsTruncated;

	private final Map<String, Object> extensions;

	private final Map<String, String> headers;

	private Problem(Draft draft) {
		this.status = draft.status;
		this.code = draft.code;
		this.title = draft.title;
		this.type = draft.type;
		this.detail = draft.detail;
		this.errors = draft.errors;
		this.errorsTruncated = draft.errorsTruncated;
		this.extensions = draft.extensions;
		this.headers = draft.headers;
	}

	/**
	 * A problem of the catalogue.
	 * @param code the code
	 * @return the problem with the status, title and detail of the catalogue
	 */
	public static Problem of(ProblemCode code) {
		return of(code.status(), code.code(), code.title()).withDetail(code.detail());
	}

	/**
	 * A problem of the application's own.
	 * @param status the HTTP status, from 100 to 999
	 * @param code a stable word that callers may branch on
	 * @param title the kind of problem in a few words
	 * @return the problem
	 */
	public static Problem of(int status, String code, String title) {
		if (status < 100 || status > 999) {
			throw new IllegalArgumentException("Not an HTTP status: " + status);
		}
		Draft draft = new Draft();
		draft.status = status;
		draft.code = code;
		draft.title = title;
		return new Problem(draft);
	}

	/**
	 * A problem of which only the status is known.
	 * @param status the HTTP status, from 100 to 999
	 * @return the problem with the code of the catalogue that stands for the status
	 */
	public static Problem ofStatus(int status) {
		ProblemCode code = ProblemCode.ofStatus(status);
		return of(status, code.code(), code.title()).withDetail(code.detail());
	}

	/**
	 * The same problem with another detail.
	 * @param detail a sentence on this occurrence, {@code null} for none
	 * @return the problem
	 */
	public Problem withDetail(@Nullable String detail) {
		Draft draft = new Draft(this);
		draft.detail = detail;
		return new Problem(draft);
	}

	/**
	 * The same problem with a type of its own.
	 * @param type a URI reference, {@code null} for the type base and the code
	 * @return the problem
	 */
	public Problem withType(@Nullable String type) {
		Draft draft = new Draft(this);
		draft.type = type;
		return new Problem(draft);
	}

	/**
	 * The same problem with other violations, in the order given. Only the first
	 * {@link #MAX_ERRORS} are kept.
	 * @param errors the violations
	 * @return the problem
	 */
	public Problem withErrors(List<Violation> errors) {
		Draft draft = new Draft(this);
		draft.errorsTruncated = errors.size() > MAX_ERRORS;
		draft.errors = List.copyOf(draft.errorsTruncated ? errors.subList(0, MAX_ERRORS) : errors);
		return new Problem(draft);
	}

	/**
	 * The same problem with one more member of the answer.
	 * @param name the name; the names that RFC 9457 and Mainstay use themselves have no
	 * effect
	 * @param value a string, number, boolean, or a list or map of such
	 * @return the problem
	 */
	public Problem with(String name, Object value) {
		Draft draft = new Draft(this);
		draft.extensions = new LinkedHashMap<>(this.extensions);
		draft.extensions.put(name, value);
		return new Problem(draft);
	}

	/**
	 * The same problem with one more header field of the answer.
	 * @param name the name of the field
	 * @param value its value
	 * @return the problem
	 */
	public Problem withHeader(String name, String value) {
		Draft draft = new Draft(this);
		draft.headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		draft.headers.putAll(this.headers);
		draft.headers.put(name, value);
		return new Problem(draft);
	}

	/**
	 * The HTTP status.
	 * @return the status
	 */
	public int status() {
		return this.status;
	}

	/**
	 * The word that callers may branch on.
	 * @return the code
	 */
	public String code() {
		return this.code;
	}

	/**
	 * The kind of problem in a few words.
	 * @return the title
	 */
	public String title() {
		return this.title;
	}

	/**
	 * The type, if it is not the type base and the code.
	 * @return a URI reference, or {@code null}
	 */
	public @Nullable String type() {
		return this.type;
	}

	/**
	 * A sentence on this occurrence.
	 * @return the detail, or {@code null}
	 */
	public @Nullable String detail() {
		return this.detail;
	}

	/**
	 * What is wrong with the request, and where.
	 * @return an immutable list, empty if nothing can be located
	 */
	public List<Violation> errors() {
		return this.errors;
	}

	/**
	 * Whether there are more violations than the list holds.
	 * @return whether some were left out
	 */
	public boolean errorsTruncated() {
		return this.errorsTruncated;
	}

	/**
	 * Further members of the answer.
	 * @return a map that must not be changed, in the order of the members
	 */
	public Map<String, Object> extensions() {
		return this.extensions;
	}

	/**
	 * Header fields of the answer.
	 * @return a map that must not be changed, with the values by the names of the fields
	 */
	public Map<String, String> headers() {
		return this.headers;
	}

	@Override
	public String toString() {
		return this.status + " " + this.code;
	}

	/** What the next problem is made of, while it is made. */
	private static final class Draft {

		private int status;

		private String code = "";

		private String title = "";

		private @Nullable String type;

		private @Nullable String detail;

		private List<Violation> errors = List.of();

		private boolean errorsTruncated;

		private Map<String, Object> extensions = Map.of();

		private Map<String, String> headers = Map.of();

		private Draft() {
		}

		private Draft(Problem problem) {
			this.status = problem.status;
			this.code = problem.code;
			this.title = problem.title;
			this.type = problem.type;
			this.detail = problem.detail;
			this.errors = problem.errors;
			this.errorsTruncated = problem.errorsTruncated;
			this.extensions = problem.extensions;
			this.headers = problem.headers;
		}

	}

}
