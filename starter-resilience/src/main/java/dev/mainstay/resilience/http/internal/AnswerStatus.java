package dev.mainstay.resilience.http.internal;

import java.util.Set;

/**
 * What the status of an answer says.
 *
 * @since 0.1.0
 */
public final class AnswerStatus {

	/**
	 * The statuses from 500 on that say that nothing was done. Of those below, from 400
	 * on, all do.
	 */
	private static final Set<Integer> WITHOUT_EFFECT = Set.of(501, 503, 505);

	private AnswerStatus() {
	}

	/**
	 * Whether the request may have had an effect.
	 * @param status the status
	 * @return whether it does not rule that out
	 */
	public static boolean mayHaveHadAnEffect(int status) {
		return status < 400 || (status >= 500 && !WITHOUT_EFFECT.contains(status));
	}

}
