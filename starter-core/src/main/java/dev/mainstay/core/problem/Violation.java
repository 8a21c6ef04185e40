package dev.mainstay.core.problem;

import java.util.Comparator;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a request, and where.
 *
 * @param in the part of the request, {@code null} if it is about the request as a whole
 * @param place the place in that part: a JSON Pointer fragment such as
 * {@code #/items/0/quantity}, or the name of a parameter, header, path variable or cookie
 * @param code a stable word such as {@code not-blank}
 * @param detail a sentence for people; never a value that the caller sent
 * @param params what helps to put it right, such as the {@code min} of the constraint;
 * strings, numbers, booleans and lists of such, empty if there is nothing
 * @param rejectedValue the value that the caller sent, {@code null} if it is not to be
 * told
 * @since 0.1.0
 */
public record Violation(@Nullable In in, String place, String code, String detail, Map<String, Object> params,
		@Nullable String rejectedValue) {

	/**
	 * The order in which violations are reported, so that the same request gets the same
	 * answer.
	 */
	public static final Comparator<Violation> ORDER = Comparator
		.comparing(Violation::in, Comparator.nullsFirst(Comparator.naturalOrder()))
		.thenComparing(Violation::place)
		.thenComparing(Violation::code)
		.thenComparing(Violation::detail);

	/** Longer values help nobody. */
	private static final int MAX_VALUE_LENGTH = 200;

	/**
	 * Create a violation of which nothing more is told.
	 * @param in the part of the request, {@code null} if it is about the request as a
	 * whole
	 * @param place the place in that part
	 * @param code a stable word
	 * @param detail a sentence for people
	 */
	public Violation(@Nullable In in, String place, String code, String detail) {
		this(in, place, code, detail, Map.of(), null);
	}

	/**
	 * The same violation with what helps to put it right.
	 * @param params the members by their names
	 * @return the violation
	 */
	public Violation withParams(Map<String, Object> params) {
		return new Violation(this.in, this.place, this.code, this.detail, params, this.rejectedValue);
	}

	/**
	 * The same violation with the value that the caller sent.
	 * @param value the value, of which the first 200 characters are told; {@code null}
	 * for none
	 * @return the violation
	 */
	public Violation withRejectedValue(@Nullable String value) {
		String told = (value != null && value.length() > MAX_VALUE_LENGTH) ? cut(value) : value;
		return new Violation(this.in, this.place, this.code, this.detail, this.params, told);
	}

	private static String cut(String value) {
		boolean inPair = Character.isHighSurrogate(value.charAt(MAX_VALUE_LENGTH - 1));
		return value.substring(0, inPair ? MAX_VALUE_LENGTH - 1 : MAX_VALUE_LENGTH);
	}

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
