package dev.mainstay.security.event;

/**
 * Whom an event is about, as it is told.
 *
 * @param text the name, or the hash of it
 * @param hashed whether it is the hash
 */
record ToldPrincipal(String text, boolean hashed) {

	/** A hash is marked, as somebody might have such a name. */
	@Override
	public String toString() {
		return this.hashed ? "#" + this.text : this.text;
	}

}
