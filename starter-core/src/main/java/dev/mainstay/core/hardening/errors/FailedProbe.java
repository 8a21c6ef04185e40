package dev.mainstay.core.hardening.errors;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.probe.Probe;
import dev.mainstay.core.hardening.probe.ProbeAnswer;
import dev.mainstay.core.hardening.probe.ProbeHandler;
import dev.mainstay.core.hardening.probe.ProbeTarget;
import dev.mainstay.core.hardening.web.InspectedHandler;
import dev.mainstay.core.hardening.web.InspectedHandlers;
import dev.mainstay.core.hardening.probe.web.ServletPath;

/**
 * A probe that has to be answered with an error.
 *
 * @param name what is sent
 * @param probe the probe
 * @param fault whether it is the service that fails, and not the caller
 */
record FailedProbe(String name, Probe probe, boolean fault) {

	private static final String PATH = "/mainstay-probe/7c1f";

	private static final String TYPE = "Content-Type";

	/** Parts of messages that no caller should see, and names of classes. */
	private static final List<String> INSIDE = List.of(ProbeHandler.CANARY, ProbeHandler.class.getSimpleName(),
			"java.lang.", "tools.jackson.", "com.fasterxml.");

	private static final List<String> VERBS = List.of("PATCH", "DELETE", "PUT", "POST");

	static List<FailedProbe> of(InspectedApplication application) {
		String path = ServletPath.of(application) + PATH;
		List<FailedProbe> probes = new ArrayList<>();
		probes.add(new FailedProbe("a path without a handler", new Probe("GET", path, ProbeTarget.INSIDE), false));
		probes.add(new FailedProbe("half a JSON document", new Probe("POST", path, ProbeTarget.BODY), false));
		probes.add(new FailedProbe("a text for a number", new Probe("GET", path, ProbeTarget.NUMBER), false));
		probes.add(new FailedProbe("a handler that fails", new Probe("GET", path, ProbeTarget.FAILURE), true));
		wrongMethod(application).ifPresent(probes::add);
		return probes;
	}

	private static Optional<FailedProbe> wrongMethod(InspectedApplication application) {
		List<InspectedHandler> handlers = InspectedHandlers.of(application);
		return handlers.stream()
			.flatMap((handler) -> handler.paths().stream())
			.filter((path) -> path.startsWith("/") && path.indexOf('{') < 0 && path.indexOf('*') < 0)
			.sorted()
			.flatMap((path) -> VERBS.stream()
				.filter((verb) -> !verbs(handlers, path).contains(verb))
				.map((verb) -> new Probe(verb, ServletPath.of(application) + path, ProbeTarget.INSIDE)))
			.findFirst()
			.map((probe) -> new FailedProbe("a method that no handler has", probe, false));
	}

	/** All if one of the handlers takes all. */
	private static Set<String> verbs(List<InspectedHandler> handlers, String path) {
		Set<String> verbs = new TreeSet<>();
		handlers.stream()
			.filter((handler) -> handler.paths().contains(path))
			.forEach((handler) -> verbs.addAll(handler.verbs().isEmpty() ? VERBS : handler.verbs()));
		return verbs;
	}

	/**
	 * The form is a contract of the application's own, as long as a program can read it.
	 */
	private static boolean isForPrograms(ProbeAnswer answer) {
		String type = answer.header(TYPE);
		return type != null && type.matches("(?i)[^;]*(json|xml|protobuf|cbor)[^;]*(;.*)?");
	}

	/** What a caller has sent is no secret of the service's. */
	private boolean tells(ProbeAnswer answer, String text) {
		return answer.contains(text) && (this.fault || !text.equals(ProbeHandler.CANARY));
	}

	/** Whether somebody before the handlers has answered, who knows of no failure. */
	boolean isAnsweredBefore(ProbeAnswer answer) {
		return (this.probe.target() != ProbeTarget.INSIDE) ? !answer.reached() : answer.isRefused();
	}

	/** A handler, or a resource, may be there for all paths and methods. */
	private boolean isTaken(ProbeAnswer answer) {
		return this.probe.target() == ProbeTarget.INSIDE && (answer.reached() || answer.status() / 100 < 4);
	}

	Stream<String> findings(ProbeAnswer answer) {
		if (isAnsweredBefore(answer) || isTaken(answer)) {
			return Stream.empty();
		}
		List<String> findings = new ArrayList<>();
		if (answer.status() / 100 != (this.fault ? 5 : 4)) {
			findings.add(this.name + " is answered with status " + answer.status());
		}
		if (!isForPrograms(answer)) {
			findings.add(this.name + " is answered as " + Objects.toString(answer.header(TYPE), "nothing at all")
					+ " (status " + answer.status() + ")");
		}
		INSIDE.stream()
			.filter((text) -> tells(answer, text))
			.findFirst()
			.ifPresent((text) -> findings.add(this.name + " is answered with the text of an exception (" + text + ")"));
		return findings.stream();
	}

}
