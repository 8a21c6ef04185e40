package dev.mainstay.core.mode;

/**
 * Where the rules stand that could break a caller and that have no rung of their own.
 *
 * @since 0.1.0
 */
public enum Mode {

	/**
	 * They report.
	 */
	REPORT(Rung.REPORT),

	/**
	 * They are enforced.
	 */
	ENFORCE(Rung.ENFORCE);

	private final Rung rung;

	Mode(Rung rung) {
		this.rung = rung;
	}

	/**
	 * The rung on which this mode puts a rule.
	 * @return the rung
	 */
	public Rung rung() {
		return this.rung;
	}

}
