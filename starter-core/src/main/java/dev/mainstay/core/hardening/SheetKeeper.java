package dev.mainstay.core.hardening;

import org.jspecify.annotations.Nullable;

/**
 * Makes the sheet of an application, and keeps the last. Thread-safe.
 *
 * @since 0.1.0
 */
public final class SheetKeeper {

	private final HardeningInspector inspector;

	private final InspectedApplication application;

	private volatile @Nullable HardeningSheet last;

	/**
	 * Create it.
	 * @param inspector asks the checks
	 * @param application the application
	 */
	public SheetKeeper(HardeningInspector inspector, InspectedApplication application) {
		this.inspector = inspector;
		this.application = application;
	}

	/**
	 * Look at the application.
	 * @return the sheet as of now
	 */
	public HardeningSheet look() {
		return look(this.application);
	}

	/**
	 * Look at the application, and send it requests that nobody has made, whatever its
	 * configuration says. They reach no handler of the application, but its filters.
	 * @return the sheet as of now
	 */
	public HardeningSheet lookWithProbes() {
		return look(this.application.withProbes());
	}

	private HardeningSheet look(InspectedApplication application) {
		HardeningSheet sheet = this.inspector.inspect(application);
		this.last = sheet;
		return sheet;
	}

	/**
	 * The last sheet that was made.
	 * @return the sheet, {@code null} if none has been made yet
	 */
	public @Nullable HardeningSheet last() {
		return this.last;
	}

}
