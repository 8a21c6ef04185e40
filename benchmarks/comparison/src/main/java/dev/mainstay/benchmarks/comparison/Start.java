package dev.mainstay.benchmarks.comparison;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.mainstay.benchmarks.service.Service;

/**
 * What was measured of one start.
 *
 * @param millis from the start of the process to the application that has started, as
 * Spring Boot tells it
 * @param megabytes what the heap holds then, after a collection
 */
record Start(double millis, double megabytes) {

	/** In a line of text or of JSON. */
	private static final Pattern STARTED = Pattern.compile("process running for (\\d+(?:\\.\\d+)?)");

	static Start of(Setting setting, Variant variant, Backends backends) throws IOException, InterruptedException {
		Path lines = Files.createTempFile("comparison", ".log");
		try (Service service = start(setting, variant, backends, ProcessBuilder.Redirect.to(lines.toFile()))) {
			service.liveBytes();
			double megabytes = service.liveBytes() / 1048576.0;
			Matcher matcher = STARTED.matcher(Files.readString(lines));
			if (!matcher.find()) {
				throw new IOException(variant + " does not tell when it has started");
			}
			return new Start(Double.parseDouble(matcher.group(1)) * 1000, megabytes);
		}
		finally {
			Files.delete(lines);
		}
	}

	/** Start a build, and wait until it answers. */
	static Service start(Setting setting, Variant variant, Backends backends, ProcessBuilder.Redirect output,
			String... more) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(setting.command(variant.build(), variant.name()));
		command.addAll(backends.arguments(variant));
		command.addAll(List.of(more));
		return Service.start(command, output);
	}

	/** Start the build that has its keys in Redis, and wait until it answers. */
	static Service start(Setting setting, SharedRedis redis, Backends backends)
			throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(setting.command(SharedRedis.BUILD, "REDIS"));
		command.addAll(redis.arguments(backends.arguments(Variant.ENFORCE)));
		return Service.start(command, ProcessBuilder.Redirect.DISCARD);
	}

}
