package dev.mainstay.core.validation;

import dev.mainstay.core.mode.Rung;
import org.jspecify.annotations.Nullable;

/**
 * Moves all rules of the validation at once that have no rung of their own.
 *
 * @since 0.1.0
 */
public enum Strictness {

	/**
	 * They report, whatever the mode.
	 */
	LENIENT(Rung.REPORT),

	/**
	 * They stand where the mode puts them.
	 */
	STANDARD(null),

	/**
	 * They are enforced, whatever the mode.
	 */
	STRICT(Rung.ENFORCE);

	private final @Nullable Rung rung;

	Strictness(@Nullable Rung rung) {
		this.rung = rung;
	}

	@Nullable Rung rung() {
		return this.rung;
	}

}
