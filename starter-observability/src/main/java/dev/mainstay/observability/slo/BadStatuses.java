package dev.mainstay.observability.slo;

import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Statuses that are bad for an objective besides those of the server's errors. Immutable.
 *
 * @since 0.1.0
 */
public final class BadStatuses {

	/**
	 * None.
	 */
	public static final BadStatuses NONE = new BadStatuses(List.of());

	private static final Pattern FORM = Pattern.compile("[1-5](xx|[0-9][0-9])");

	private static final int STATUSES = 600;

	private static final int HUNDRED = 100;

	private final boolean[] bad = new boolean[STATUSES];

	private final List<String> written;

	/**
	 * Create them.
	 * @param written statuses, such as {@code 429}, or classes of them, such as
	 * {@code 4xx}, each of which {@link #isValid} has found to be one
	 */
	public BadStatuses(List<String> written) {
		this.written = written.stream().distinct().sorted().toList();
		for (String status : written) {
			boolean isClass = status.endsWith("xx");
			int first = isClass ? HUNDRED * (status.charAt(0) - '0') : Integer.parseInt(status);
			for (int i = first; i < (isClass ? first + HUNDRED : first + 1); i++) {
				this.bad[i] = true;
			}
		}
	}

	/**
	 * Whether a text means statuses.
	 * @param written the text
	 * @return whether it is a status or a class of them
	 */
	public static boolean isValid(String written) {
		return FORM.matcher(written).matches();
	}

	boolean contains(@Nullable Integer status) {
		return status != null && status >= 0 && status < STATUSES && this.bad[status];
	}

	@Override
	public String toString() {
		return this.written.toString();
	}

}
