package dev.mainstay.samples.badday.drill;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Future;

/**
 * Requests that ask a dependency which hangs, and others that do not.
 */
final class SlowDependency implements Probe {

	private static final int SLOW = 10;

	private static final int OTHERS = 3;

	/**
	 * Shorter than those who wait for the dependency: what they hold is free when they
	 * give up.
	 */
	private static final Duration MEANWHILE = Caller.PATIENCE.minusSeconds(3);

	@Override
	public String title() {
		return "a dependency that hangs";
	}

	@Override
	public boolean isPossible(Arguments arguments) {
		return !arguments.slow().isEmpty();
	}

	@Override
	public void play(Arguments arguments, Caller caller, Tallies tallies) {
		try (HangingPort port = HangingPort.open(arguments.hang())) {
			Route slow = arguments.slow().get(0);
			List<Future<Reply>> pending = caller.begin(Collections.nCopies(SLOW, Message.of(slow)));
			List<Message> others = arguments.routes()
				.stream()
				.filter((route) -> route.method().equals("GET") && !route.equals(slow))
				.map(Message::of)
				.limit(OTHERS)
				.toList();
			port.awaitCalls(SLOW, Duration.ofSeconds(1));
			tallies.count(Line.MEANWHILE, others.stream().map((other) -> caller.send(other, MEANWHILE)).toList(),
					(reply) -> !reply.arrived());
			tallies.count(Line.HANGING, pending.stream().map(Caller::result).toList(), (reply) -> !reply.arrived());
			if (arguments.hang() != 0 && port.calls() == 0) {
				throw new IllegalStateException("--hang: nobody called 127.0.0.1:" + arguments.hang() + " during "
						+ slow.name() + "; start the service with its dependency there");
			}
		}
	}

}
