package dev.mainstay.core.hardening.probe;

import java.util.List;

import dev.mainstay.core.request.Peer;
import dev.mainstay.core.request.RequestExchange;
import dev.mainstay.core.request.RequestLifecycle;
import dev.mainstay.core.request.RequestOrigin;
import dev.mainstay.core.request.RequestStart;
import dev.mainstay.core.request.TrustedProxies;

/**
 * The place that a server has in the lifecycle of a request. Nobody is told of the end.
 *
 * @since 0.1.0
 */
public final class ProbeExchange {

	private ProbeExchange() {
	}

	/**
	 * A lifecycle without listeners.
	 * @return the lifecycle
	 */
	public static RequestLifecycle lifecycle() {
		return new RequestLifecycle(List::of, TrustedProxies.none());
	}

	/**
	 * Begin the exchange of a probe.
	 * @param probe the probe
	 * @return the exchange, whose end nobody waits for
	 */
	public static RequestExchange begin(Probe probe) {
		return lifecycle().begin(new RequestStart(probe.verb(), probe.path(),
				new Peer(Probe.ADDRESS, null, List.of(), false), RequestOrigin.PROBE, System.nanoTime()));
	}

}
