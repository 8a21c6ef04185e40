package dev.mainstay.core.validation.json;

import java.util.Map;

import dev.mainstay.core.problem.JsonPointer;
import dev.mainstay.core.problem.Violation;
import dev.mainstay.core.problem.Violation.In;
import dev.mainstay.core.problem.internal.LocatedFailure;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.exc.StreamReadException;

/**
 * A document that is not read any further. Its message repeats nothing of the document.
 */
final class DocumentException extends StreamReadException implements LocatedFailure {

	private static final long serialVersionUID = 1L;

	private final transient Violation violation;

	private final @Nullable JsonRule rule;

	private DocumentException(JsonParser parser, Violation violation, @Nullable JsonRule rule) {
		super(parser, violation.detail(), parser.currentLocation());
		this.violation = violation;
		this.rule = rule;
		if (rule != null) {
			Refusals.add(rule);
		}
	}

	static DocumentException limit(JsonParser parser, String limit, long max, @Nullable Throwable cause) {
		String detail = "The document goes beyond the limit " + limit + " of " + max + ".";
		Violation violation = at(parser, "json-limit-exceeded", detail).withParams(Map.of("limit", limit, "max", max));
		return caused(new DocumentException(parser, violation, null), cause);
	}

	static DocumentException duplicate(JsonParser parser, Throwable cause) {
		Violation violation = at(parser, "duplicate-property", "The object has this property more than once.");
		return caused(new DocumentException(parser, violation, JsonRule.DUPLICATE_PROPERTIES), cause);
	}

	static DocumentException character(JsonParser parser, @Nullable JsonRule rule) {
		Violation violation = at(parser, "invalid-character", "The text has a character that is not allowed.");
		return new DocumentException(parser, violation, rule);
	}

	private static DocumentException caused(DocumentException exception, @Nullable Throwable cause) {
		if (cause != null) {
			exception.initCause(cause);
		}
		return exception;
	}

	private static Violation at(JsonParser parser, String code, String detail) {
		JsonPointer pointer = JsonPointer.ROOT.append(ContextPath.of(parser.streamReadContext()));
		return new Violation(In.POINTER, pointer.toString(), code, detail);
	}

	@Override
	public Violation violation() {
		return this.violation;
	}

	/** The rule that the document breaks, {@code null} if it is a limit. */
	@Nullable JsonRule rule() {
		return this.rule;
	}

}
