package dev.mainstay.core.hardening;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * What is known of a check before it looks at anything. Immutable.
 *
 * @param id stable, such as {@code DB-05}: waivers and dashboards name it
 * @param title what should be so, in a few words
 * @param group what it is about
 * @param severity how much it matters if it is not so
 * @param basis what it goes by
 * @param why what happens to a service that fails it
 * @param source where that is written, such as {@code ASVS 5.0 16.5.1}
 * @param decides how it is decided, and when there is nothing to decide
 * @param fix what to change, as code or properties that can be copied
 * @since 0.1.0
 */
public record CheckDescription(String id, String title, Group group, Severity severity, Basis basis, String why,
		String source, String decides, String fix) {

	private static final Pattern ID = Pattern.compile("[A-Z][A-Z0-9]*-[0-9]{2,}");

	/**
	 * Checks the id, and that nothing is left out.
	 * @throws IllegalArgumentException if the id is none, or a text is missing
	 */
	public CheckDescription {
		Assert.isTrue(ID.matcher(id).matches(), () -> "The id of a check is like ABC-01, not '" + id + "'");
		required(id, "title", title);
		required(id, "why", why);
		required(id, "source", source);
		required(id, "decides", decides);
		required(id, "fix", fix);
	}

	private static void required(String id, String part, @Nullable String text) {
		Assert.hasText(text, () -> "The check " + id + " has no '" + part + "'");
	}

	/**
	 * Begin the description of a check that goes by the configuration.
	 * @param id the id, such as {@code DB-05}
	 * @param group what it is about
	 * @param severity how much it matters
	 * @return a builder
	 */
	public static Builder of(String id, Group group, Severity severity) {
		return new Builder(id, group, severity);
	}

	/**
	 * Collects the texts of a description. Not thread-safe.
	 *
	 * @since 0.1.0
	 */
	public static final class Builder {

		private final String id;

		private final Group group;

		private final Severity severity;

		private Basis basis = Basis.CONFIGURATION;

		private String title = "";

		private String why = "";

		private String source = "";

		private String decides = "";

		private Builder(String id, Group group, Severity severity) {
			this.id = id;
			this.group = group;
			this.severity = severity;
		}

		/**
		 * What the check goes by, if not the configuration.
		 * @param basis what it goes by
		 * @return this builder
		 */
		public Builder basis(Basis basis) {
			this.basis = basis;
			return this;
		}

		/**
		 * What should be so.
		 * @param title a few words
		 * @return this builder
		 */
		public Builder title(String title) {
			this.title = title;
			return this;
		}

		/**
		 * What happens to a service that fails the check.
		 * @param why one or two sentences
		 * @return this builder
		 */
		public Builder why(String why) {
			this.why = why;
			return this;
		}

		/**
		 * Where that is written.
		 * @param source a standard with its number, or a document
		 * @return this builder
		 */
		public Builder source(String source) {
			this.source = source;
			return this;
		}

		/**
		 * How it is decided, and when there is nothing to decide.
		 * @param decides one or two sentences
		 * @return this builder
		 */
		public Builder decides(String decides) {
			this.decides = decides;
			return this;
		}

		/**
		 * What to change. Ends the description.
		 * @param fix code or properties that can be copied
		 * @return the description
		 * @throws IllegalArgumentException if the id is none, or a text is missing
		 */
		public CheckDescription fix(String fix) {
			return new CheckDescription(this.id, this.title, this.group, this.severity, this.basis, this.why,
					this.source, this.decides, fix.strip());
		}

	}

}
