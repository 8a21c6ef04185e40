package dev.mainstay.core.problem;

import java.util.Comparator;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a request, and where.
 *
 * @param in the part of the request, {@code null} if it is about the request as a whole
 * @param place the place in that part: a JSON Pointer fragment such as
 * {@code #/items/0/quantity}, or the name of a parameter, header, path variable or cookie
 * @param code a stable word such as {@code not-blank}
 * @param detail a sentence for people; never a value that the caller sent
 * @since 0.1.0
 */
public record Violation(@Nullable In in, String place, String code, String detail) {

	/**
	 * The order in which violations are reported, so that the same request gets the same
	 * answer.
	 */
	public static final Comparator<Violation> ORDER = Comparator
		.comparing(Violation::in, Comparator.nullsFirst(Comparator.naturalOrder()))
		.thenComparing(Violation::place)
		.thenComparing(Violation::code)
		.thenComparing(Violation::detail);

	/**
	 * A part of a request.
	 *
	 * @since 0.1.0
	 */
	public enum In {

		/** The body, or a part of a multipart body. */
		POINTER("pointer"),

		/** A query or form parameter, or a part of a multipart body as a whole. */
		PARAMETER("parameter"),

		/** A header field. */
		HEADER("header"),

		/** A variable of the path. */
		PATH("path"),

		/** A cookie. */
		COOKIE("cookie");

		private final String member;

		In(String member) {
			this.member = member;
		}

		/**
		 * The name of the member that holds the place.
		 * @return the name
		 */
		public String member() {
			return this.member;
		}

	}

}
