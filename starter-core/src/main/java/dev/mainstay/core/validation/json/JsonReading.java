package dev.mainstay.core.validation.json;

import java.io.IOException;

import dev.mainstay.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.MethodParameter;

/**
 * Reads documents with copies of one mapper of the application. A document is read once
 * and as strictly as all rules say; what is read that way is what the application's own
 * mapper would have read. Only if it fails, and a rule that would have rejected it
 * reports, it is read again without that rule. Thread-safe.
 *
 * @since 0.1.0
 */
public final class JsonReading {

	private static final JsonRule[] ALL = JsonRule.values();

	private static final String GRAPHQL = "org.springframework.graphql.";

	private static final String BOOT = "org.springframework.boot.";

	private final JsonRules rules;

	private final MapperVariants variants;

	private final int active;

	/**
	 * Create the reading.
	 * @param mapper the mapper of the application
	 * @param rules the rules
	 */
	public JsonReading(JsonMapper mapper, JsonRules rules) {
		this.rules = rules;
		this.variants = new MapperVariants(mapper, rules);
		this.active = this.variants.active();
	}

	/**
	 * Whether a mapper is one that may be copied. One that the application built without
	 * Spring Boot's builder, or on a factory of its own, is left alone.
	 * @param mapper the mapper
	 * @return whether documents are read with copies of it
	 */
	public static boolean suits(JsonMapper mapper) {
		return mapper.getClass() == JsonMapper.class && mapper.tokenStreamFactory().getClass() == JsonFactory.class
				&& BuilderMark.isOn(mapper);
	}

	/**
	 * Whether documents may have to be read again.
	 * @return whether some rule reports
	 */
	public boolean readsAgain() {
		return (this.active & this.rules.reporting()) != 0;
	}

	/**
	 * A mapper that is no stricter than that of the application, within the limits.
	 * @return the mapper
	 */
	public JsonMapper limited() {
		return this.variants.mapper(0);
	}

	/**
	 * Read a document.
	 * @param document the document
	 * @return the value
	 * @throws JacksonException if the document cannot be read, or not as strictly as a
	 * rule demands
	 * @throws IOException if the body cannot be read
	 */
	public @Nullable Object read(Document document) throws IOException {
		int strict = isOfFramework(document) ? 0 : this.active;
		int broken = 0;
		while (true) {
			int reporting = strict & this.rules.reporting();
			try {
				Refusals.forget();
				Object value = document.read(reader(document, strict));
				int hidden = Refusals.rules() & reporting;
				if (hidden == 0) {
					count(broken, document);
					return value;
				}
				strict &= ~hidden;
				broken |= hidden;
			}
			catch (RuntimeException ex) {
				throwCarried(ex);
				int next = Findings.relax(ex, strict, reporting);
				if (next == 0) {
					countEnforced(ex, strict, document);
					throw ex;
				}
				strict &= ~next;
				broken |= Findings.named(next);
			}
		}
	}

	/**
	 * Such as a change of a log level, which the framework documents with a null, and a
	 * query of GraphQL, whose variables may hold some.
	 */
	private static boolean isOfFramework(Document document) {
		MethodParameter parameter = document.parameter();
		return (parameter != null) ? parameter.getContainingClass().getName().startsWith(BOOT)
				: document.type().getRawClass().getName().startsWith(GRAPHQL);
	}

	private ObjectReader reader(Document document, int strict) {
		JsonMapper mapper = this.variants.mapper(strict);
		Class<?> view = document.view();
		return (view != null) ? mapper.readerWithView(view).forType(document.type())
				: mapper.readerFor(document.type());
	}

	private void count(int broken, Document document) {
		for (JsonRule rule : ALL) {
			if (rule.isIn(broken)) {
				this.rules.rule(rule).broken(document.subject());
			}
		}
	}

	private void countEnforced(RuntimeException failure, int strict, Document document) {
		JsonRule rule = Findings.rule(failure, strict);
		if (rule != null) {
			this.rules.rule(rule).broken(document.subject());
		}
	}

	/** What the body itself says, such as that it is too large, is nothing of Jackson. */
	private static void throwCarried(RuntimeException failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof ProblemException carried) {
				throw carried;
			}
		}
	}

}
