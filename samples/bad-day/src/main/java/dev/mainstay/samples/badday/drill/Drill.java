package dev.mainstay.samples.badday.drill;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.mainstay.samples.badday.drill.Caller.Exchange;

/**
 * Plays the harmless part of the bad day with a service of the user's, on this machine or
 * on a host that the user allows, and prints what came of it.
 */
public final class Drill {

	private static final List<Probe> PROBES = List.of(new OrdinaryReads(), new BadBodies(), new UnknownRoutes(),
			new BrokenRequests(), new HostileHeaders(), new RepeatedWrites(), new SlowDependency(), new Answers());

	private Drill() {
	}

	/**
	 * Does what the arguments ask for.
	 * @return the exit status: 1 when something was found wanting and {@code --check} was
	 * given, 2 for wrong arguments and a target that is refused, 3 when the drill ended
	 * early
	 */
	public static int execute(PrintStream out, String... arguments) {
		Arguments parsed;
		Target target;
		try {
			parsed = Arguments.parse(arguments);
			target = Target.of(parsed.target(), parsed.allowed(), InetAddress::getAllByName);
		}
		catch (IllegalArgumentException ex) {
			out.println(ex.getMessage() + "\n\n" + Arguments.USAGE);
			return 2;
		}
		try {
			Tallies tallies = play(parsed, target, out);
			return (parsed.check() && tallies.anyBad()) ? 1 : 0;
		}
		catch (IllegalStateException ex) {
			out.println("\nThe drill ended early: " + ex.getMessage());
			return 3;
		}
	}

	private static Tallies play(Arguments arguments, Target target, PrintStream out) {
		out.println("Drills " + target + " at " + target.address().getHostAddress());
		if (!arguments.writable().isEmpty()) {
			out.println("Carries out up to 9 times each, where the service knows no keys: "
					+ arguments.writable().stream().map(Route::name).toList());
		}
		Caller caller = new Caller(target, arguments.headers());
		Tallies tallies = new Tallies();
		for (Probe probe : PROBES) {
			if (probe.isPossible(arguments)) {
				out.println("  " + probe.title());
				probe.play(arguments, caller, tallies);
			}
		}
		out.println("\n" + new Report(tallies));
		if (!arguments.answers().isEmpty()) {
			write(caller, Path.of(arguments.answers()));
		}
		return tallies;
	}

	private static void write(Caller caller, Path file) {
		try {
			Files.write(file, caller.exchanges().stream().map(Exchange::describe).toList());
		}
		catch (IOException ex) {
			throw new IllegalStateException("--answers: " + file + " cannot be written: " + ex, ex);
		}
	}

}
