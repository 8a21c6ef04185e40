package dev.mainstay.observability.logging.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.annotation.Configuration;

/**
 * A process that logs more than its standard output takes, measures how long that takes,
 * and writes what it found out to a file.
 */
@Configuration(proxyBeanMethods = false)
class BusyProcess {

	static final String MESSAGE = "A line that takes some room on its way: " + "x".repeat(400);

	static final List<Level> LEVELS = List.of(Level.INFO, Level.WARN, Level.INFO, Level.INFO, Level.ERROR);

	private static final Logger logger = LoggerFactory.getLogger("busy");

	/**
	 * The arguments are a file, a number of lines, and those of the application.
	 */
	public static void main(String[] arguments) throws IOException {
		SpringApplication application = new SpringApplication(BusyProcess.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		application.run(Stream.of(arguments).skip(2).toArray(String[]::new));
		int lines = Integer.parseInt(arguments[1]);
		long longest = 0;
		for (int i = 0; i < lines; i++) {
			long begin = System.nanoTime();
			logger.atLevel(LEVELS.get(i % LEVELS.size())).addKeyValue("busy", i).log(MESSAGE);
			longest = Math.max(longest, System.nanoTime() - begin);
		}
		Path file = Path.of(arguments[0]);
		Files.write(file.resolveSibling("part"),
				List.of(String.valueOf(longest / 1_000_000),
						String.valueOf(DeliveryCounts.droppedBy("CONSOLE", "INFO")),
						String.valueOf(DeliveryCounts.droppedBy("CONSOLE", "WARN")),
						String.valueOf(DeliveryCounts.droppedBy("CONSOLE", "ERROR"))));
		Files.move(file.resolveSibling("part"), file);
	}

}
