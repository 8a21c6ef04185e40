package dev.mainstay.samples.badday;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionException;

import dev.mainstay.samples.badday.drill.Drill;

/**
 * Plays the same bad day with the bare and with the hardened service and prints what came
 * of it.
 */
public final class BadDay {

	private final Options options;

	private final PrintStream out;

	BadDay(Options options, PrintStream out) {
		this.options = options;
		this.out = out;
	}

	public static void main(String[] arguments) {
		System.exit(execute(arguments, System.out));
	}

	/**
	 * Does what the arguments ask for.
	 * @return the exit status: 1 when a row is not as it must be, 2 for wrong arguments,
	 * 3 when the day could not be played to its end
	 */
	static int execute(String[] arguments, PrintStream out) {
		if (Arrays.stream(arguments).anyMatch((argument) -> argument.startsWith("--target"))) {
			return Drill.execute(out, arguments);
		}
		Options options;
		try {
			options = Options.parse(arguments);
		}
		catch (IllegalArgumentException ex) {
			out.println(ex.getMessage() + "\n\n" + Options.USAGE);
			return 2;
		}
		try {
			return new BadDay(options, out).run();
		}
		catch (RuntimeException ex) {
			out.println("\nThe day ended early: " + reason(ex));
			return 3;
		}
	}

	private static String reason(RuntimeException failure) {
		Throwable cause = (failure instanceof CompletionException && failure.getCause() != null) ? failure.getCause()
				: failure;
		boolean ours = cause instanceof IllegalStateException || cause instanceof UncheckedIOException;
		return ours ? cause.getMessage() : cause.toString();
	}

	int run() {
		try (Processes processes = new Processes()) {
			if (this.options.measure() > 0) {
				this.out.println(new Measurement(this.options, processes, this.out).run());
				return 0;
			}
			return play(processes);
		}
	}

	private int play(Processes processes) {
		Stage stage = new Stage(this.options, processes, this.out);
		List<PlayedPair> days = stage.play(List.of(this.options.servlet(), this.options.reactive()));
		Table table = new Table(days.stream().map(PlayedPair::compare).toList());
		this.out.println("\n" + table);
		this.out.println("Logs: " + this.options.logs().toAbsolutePath().normalize());
		if (this.options.keep()) {
			keep(days, processes);
		}
		else {
			days.forEach((pair) -> stage.close(pair.hardened()));
		}
		return verdict(table.comparisons());
	}

	private void keep(List<PlayedPair> days, Processes processes) {
		List<Day> hardened = days.stream().map(PlayedPair::hardened).toList();
		hardened.forEach((day) -> day.provider().reset());
		this.out.println("\n" + Invitation.to(hardened.get(0), hardened.get(1)));
		hardened.forEach((day) -> {
			processes.release(day.provider().process());
			processes.release(day.service().process());
		});
	}

	private int verdict(List<Comparison> comparisons) {
		boolean failed = comparisons.stream().anyMatch((comparison) -> !comparison.failed().isEmpty());
		if (!this.options.check() || !failed) {
			return 0;
		}
		this.out.println("\nNot as they must be:");
		comparisons.forEach((comparison) -> comparison.failed()
			.forEach((row) -> this.out
				.println("  " + comparison.stack().label() + ", " + row.group() + ": " + row.label())));
		return 1;
	}

}
