package dev.mainstay.samples.provider;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the provider was asked and what it charged, counted. Thread-safe.
 */
final class CallBook {

	private final Map<String, Integer> calls = new TreeMap<>();

	private final Map<String, Integer> charges = new TreeMap<>();

	private final Map<String, Long> notBefore = new TreeMap<>();

	private int traced;

	private int early;

	synchronized void called(String method, String path, boolean traced) {
		this.calls.merge(method + " " + path, 1, Integer::sum);
		this.traced += traced ? 1 : 0;
		Long earliest = this.notBefore.get(path);
		this.early += (earliest != null && System.nanoTime() - earliest < 0) ? 1 : 0;
	}

	synchronized void askedToWait(String path, int seconds) {
		this.notBefore.put(path, System.nanoTime() + seconds * 1_000_000_000L);
	}

	/**
	 * Charges, honouring nothing: asked twice, it charges twice.
	 * @return the id of the charge
	 */
	synchronized String charged(String reference) {
		return reference + "-" + this.charges.merge(reference, 1, Integer::sum);
	}

	synchronized void reset() {
		this.calls.clear();
		this.charges.clear();
		this.notBefore.clear();
		this.traced = 0;
		this.early = 0;
	}

	synchronized String toJson() {
		return "{\"calls\":" + toJson(this.calls) + ",\"charges\":" + toJson(this.charges) + ",\"traced\":"
				+ this.traced + ",\"early\":" + this.early + "}";
	}

	private static String toJson(Map<String, Integer> counts) {
		return counts.entrySet()
			.stream()
			.map((entry) -> "\"" + entry.getKey() + "\":" + entry.getValue())
			.collect(Collectors.joining(",", "{", "}"));
	}

}
