package dev.mainstay.core.hardening.probe;

/**
 * Sends probes through the filters of an application, in this process: no connection is
 * made, no handler of the application is called, and neither metrics nor the access log
 * of requests see it. Thread-safe.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface Prober {

	/**
	 * Send a probe.
	 * @param probe the probe
	 * @return how the application answers it
	 * @throws IllegalStateException if it does not answer
	 */
	ProbeAnswer ask(Probe probe);

}
