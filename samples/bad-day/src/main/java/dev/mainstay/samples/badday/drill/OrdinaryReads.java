package dev.mainstay.samples.badday.drill;

/**
 * What works every day. A drill that begins with failures would show nothing.
 */
final class OrdinaryReads implements Probe {

	@Override
	public String title() {
		return "ordinary reads";
	}

	@Override
	public void play(Arguments arguments, Caller caller, Tallies tallies) {
		for (Route route : arguments.routes()) {
			if (route.method().equals("GET")) {
				Reply reply = caller.send(Message.of(route));
				if (!reply.succeeded()) {
					throw new IllegalStateException("--routes: " + route.name() + " was answered by "
							+ (reply.arrived() ? String.valueOf(reply.status()) : "nothing")
							+ "; name reads that succeed, and give by --header what they need");
				}
			}
		}
	}

}
