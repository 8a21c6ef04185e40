package dev.mainstay.samples.badday;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.Locale;
import java.util.Map;

/**
 * Starts what a day needs and plays its scenes.
 */
final class Stage {

	private static final List<Scene> SCENES = List.of(new Morning(), new RepeatedRequests(), new HostileInput(),
			new FlakyProvider(), new HangingProvider(), new Operations(), new Evening());

	private final Options options;

	private final Processes processes;

	private final PrintStream out;

	private final long begin = System.nanoTime();

	Stage(Options options, Processes processes, PrintStream out) {
		this.options = options;
		this.processes = processes;
		this.out = out;
		createFolder(options.logs());
	}

	/**
	 * Plays the days of all pairs side by side, and of each pair that of the bare service
	 * first. Leaves the processes of the hardened ones running.
	 */
	List<PlayedPair> play(List<Pair> pairs) {
		return SideBySide.run(pairs.stream().<Callable<PlayedPair>>map((pair) -> () -> playBoth(pair)).toList());
	}

	/**
	 * Stops the processes of a day: first the provider, so that nothing waits for it.
	 */
	void close(Day day) {
		this.processes.stop(day.provider().process());
		this.processes.stop(day.service().process());
	}

	private PlayedPair playBoth(Pair pair) {
		Day bare = day(pair.bare());
		close(bare);
		return new PlayedPair(pair.stack(), bare, day(pair.hardened()));
	}

	private Day day(Service service) {
		say(service, "starts");
		Day day = open(service);
		for (Scene scene : SCENES) {
			say(service, scene.title());
			day.provider().reset();
			scene.play(day);
		}
		if (!day.service().process().isAlive()) {
			throw new IllegalStateException("The service ended before its day, see " + day.service().log());
		}
		write(day, this.options.logs().resolve(service.name() + "-answers.log"));
		return day;
	}

	private Day open(Service service) {
		Secrets secrets = Secrets.plant();
		JavaProcess providerProcess = JavaProcess.start(JavaProcess.SHORT_LIVED, this.options.provider(),
				this.options.logs().resolve("provider-of-" + service.name() + ".log"), Map.of(), List.of());
		this.processes.add(providerProcess.process());
		Provider provider = new Provider(providerProcess);
		JavaProcess process = service.start(JavaProcess.SHORT_LIVED, this.options.logs(), provider.url(), secrets);
		this.processes.add(process.process());
		String port = process.awaitOutput(Service.PORT);
		process.awaitOutput(Service.STARTED);
		String url = "http://127.0.0.1:" + port;
		// The first request makes the server set up the servlet, and those log lines
		// belong to no request: it comes before the day begins.
		new ServiceClient(url).send(Call.get("/actuator/health"));
		int begin = process.settledLines().size();
		return new Day(process, begin, new ServiceClient(url), provider, secrets, new Scoreboard());
	}

	private void say(Service service, String what) {
		double seconds = (System.nanoTime() - this.begin) / 1e9;
		this.out.println(String.format(Locale.ROOT, "%6.1f s  %-17s  %s", seconds, service.name(), what));
	}

	/**
	 * Writes down what was answered, for whoever wants to see behind a number.
	 */
	private static void write(Day day, Path file) {
		try {
			Files.write(file, day.client().answers().stream().map(Answer::describe).toList());
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Could not write " + file, ex);
		}
	}

	private static void createFolder(Path folder) {
		try {
			Files.createDirectories(folder);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Could not create " + folder, ex);
		}
	}

}
