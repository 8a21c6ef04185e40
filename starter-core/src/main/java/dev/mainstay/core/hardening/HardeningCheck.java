package dev.mainstay.core.hardening;

/**
 * Looks at one thing that a service needs for production. Beans of this type, of the
 * application or of a platform, are on the hardening sheet beside Mainstay's own.
 * <p>
 * A check decides from the running application: it calls no network, changes nothing and
 * is done in milliseconds. What it throws makes it {@link CheckStatus#UNKNOWN}. It is
 * called after the application has started, on one thread at a time, and again whenever
 * somebody asks for the sheet.
 *
 * @since 0.1.0
 */
public interface HardeningCheck {

	/**
	 * What is known of the check. Called at any time; always the same.
	 * @return the description
	 */
	CheckDescription description();

	/**
	 * Look at the application.
	 * @param application the application
	 * @return what was found
	 * @throws Exception if it cannot be found out
	 */
	Verdict look(InspectedApplication application) throws Exception;

}
