package dev.mainstay.core.problem;

/**
 * Says with which status Mainstay answers a failure. There is such a bean only where it
 * is Mainstay that answers what the application does not. Thread-safe; never throws.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface AnsweredStatus {

	/**
	 * Called when a failure is reported, before it is answered.
	 * @param failure the failure, wrapped or not
	 * @return the HTTP status of the answer
	 */
	int of(Throwable failure);

}
