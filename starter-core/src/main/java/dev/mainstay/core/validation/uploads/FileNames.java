package dev.mainstay.core.validation.uploads;

import java.util.List;

import dev.mainstay.core.mode.Rule;
import dev.mainstay.core.problem.Problem;
import dev.mainstay.core.problem.ProblemCode;
import dev.mainstay.core.problem.ProblemException;
import dev.mainstay.core.problem.Violation;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;

/**
 * What to do about an uploaded file whose name leads somewhere: out of the directory that
 * it is put into, or past the end that a check looks at. Called by the web stacks, at
 * most once for each request. Thread-safe.
 *
 * @since 0.1.0
 */
public final class FileNames {

	/**
	 * The name of the rule among those of the validation.
	 */
	public static final String RULE = "file-names";

	/**
	 * The name of the request attribute that says that the names were looked at.
	 */
	public static final String ATTRIBUTE = FileNames.class.getName();

	/** Where somebody decodes the name a second time, this is a NUL. */
	private static final String ENCODED_NUL = "%00";

	private final Rule rule;

	/**
	 * Create it.
	 * @param rule the rule, on its rung
	 */
	public FileNames(Rule rule) {
		this.rule = rule;
	}

	/**
	 * Whether names are looked at.
	 * @return whether the rule is on any rung but off
	 */
	public boolean isActive() {
		return this.rule.isActive();
	}

	/**
	 * Whether a body may hold files.
	 * @param contentType the media type of the body, {@code null} if there is none
	 * @return whether it consists of parts
	 */
	public static boolean isMultipart(@Nullable String contentType) {
		String type = MediaType.MULTIPART_FORM_DATA_VALUE;
		return contentType != null && contentType.regionMatches(true, 0, type, 0, type.length());
	}

	/**
	 * Whether a name leads somewhere.
	 * @param name the name as it was sent, {@code null} if the part has none
	 * @return whether it holds a control character or a backslash, or is a path that
	 * begins at the root or climbs; a browser that uploads a directory sends the path
	 * within that
	 */
	public static boolean isHostile(@Nullable String name) {
		return name != null && (name.chars().anyMatch((c) -> c == '\\' || c < ' ' || c == 0x7F) || name.startsWith("/")
				|| name.contains(ENCODED_NUL) || List.of(name.split("/")).contains(".."));
	}

	/**
	 * Called when a request has sent such a name.
	 * @param subject what in the application it was sent to
	 * @throws ProblemException if the request has to be rejected; does not tell the name
	 */
	public void found(String subject) {
		if (this.rule.broken(subject)) {
			throw new ProblemException(Problem.of(ProblemCode.VALIDATION_FAILED)
				.withErrors(List.of(new Violation(null, "", "file-name",
						"The name of a file must neither lead out of a directory nor hold control characters."))));
		}
	}

}
