package dev.mainstay.benchmarks.comparison;

/**
 * How requests are sent.
 *
 * @param clients how many connections
 * @param rate requests a second that are due whether or not earlier ones were answered; 0
 * if each client sends its next one after an answer
 */
record Load(int clients, int rate) {

	private static final int SECOND = 1_000_000_000;

	/** As many requests as the service answers. */
	static Load saturation(int clients) {
		return new Load(clients, 0);
	}

	boolean isSaturation() {
		return this.rate == 0;
	}

	/** How long after the begin the first request of a client is due. */
	long offsetNanos(int client) {
		return isSaturation() ? 0 : (long) client * SECOND / this.rate;
	}

	/** When the request after one that was due is due itself. */
	long nextDue(long due, long now) {
		return isSaturation() ? now : due + (long) this.clients * SECOND / this.rate;
	}

	@Override
	public String toString() {
		return isSaturation() ? "saturation" : this.rate + "/s";
	}

}
