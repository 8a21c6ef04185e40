package dev.mainstay.tests.bad;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.mainstay.core.hardening.HardeningSheet;
import dev.mainstay.core.hardening.SheetKeeper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.DefaultResourceLoader;

/**
 * Starts the bad applications, one at a time, and looks at their hardening sheets.
 */
final class Sheets {

	/** By these an application tells its logging what to do, and every later one too. */
	private static final Pattern SETTINGS_OF_LOGGING = Pattern
		.compile("(?:CONSOLE|FILE)_LOG_.*|LOG(?:GED|BACK)?_.*|EXCEPTION_CONVERSION_WORD");

	/** Of an open JMX port, which are read where Java has not opened one. */
	private static final Map<String, String> JMX = Map.of("com.sun.management.jmxremote.port", "9010",
			"com.sun.management.jmxremote.authenticate", "false");

	/** What is decided by the machine, the day or the JVM. */
	static final Set<String> NOT_PLANTED = Table.of("not-planted.txt").column(0);

	private static final Sheets SHARED = create();

	private final Path directory;

	private final EmbeddedPostgres postgres;

	private final Map<Variant, ClassLoader> classPaths = new EnumMap<>(Variant.class);

	private final Map<Variant, HardeningSheet> sheets = new EnumMap<>(Variant.class);

	private Sheets() throws IOException {
		this.directory = Files.createTempDirectory(Path.of("target"), "bad").toAbsolutePath();
		this.postgres = EmbeddedPostgres.builder().setPGStartupWait(Duration.ofMinutes(2)).start();
		KeyStoreFile.writeTo(this.directory.resolve("shop.p12"));
	}

	/** The database ends with the JVM. */
	static Sheets shared() {
		return SHARED;
	}

	private static Sheets create() {
		try {
			return new Sheets();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The checks that fail as it was planted. */
	Set<String> failing(Variant variant) {
		return failing(of(variant));
	}

	/** The checks that fail with one argument more. */
	Set<String> failing(Variant variant, String argument) {
		return failing(with(variant, List.of(argument)));
	}

	private static Set<String> failing(HardeningSheet sheet) {
		return sheet.failed()
			.stream()
			.map((entry) -> entry.check().id())
			.filter((id) -> !NOT_PLANTED.contains(id))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	/** The sheet of an application as it was planted. */
	HardeningSheet of(Variant variant) {
		return this.sheets.computeIfAbsent(variant, (it) -> with(it, List.of()));
	}

	private HardeningSheet with(Variant variant, List<String> more) {
		ClassLoader classPath = this.classPaths.computeIfAbsent(variant, this::classPath);
		Thread thread = Thread.currentThread();
		ClassLoader before = thread.getContextClassLoader();
		thread.setContextClassLoader(classPath);
		System.getProperties().keySet().removeIf((name) -> SETTINGS_OF_LOGGING.matcher(name.toString()).matches());
		System.getProperties().putAll((variant == Variant.UNPROTECTED) ? JMX : Map.of());
		try (ConfigurableApplicationContext context = start(variant, classPath, more)) {
			return context.getBean(SheetKeeper.class).look();
		}
		finally {
			System.getProperties().keySet().removeAll(JMX.keySet());
			thread.setContextClassLoader(before);
		}
	}

	private ConfigurableApplicationContext start(Variant variant, ClassLoader classPath, List<String> more) {
		SpringApplication application = new SpringApplication(new DefaultResourceLoader(classPath),
				variant.application());
		List<String> arguments = new ArrayList<>(List.of("--spring.config.name=" + variant.fileName(),
				"--spring.main.banner-mode=off", "--server.port=0", "--directory=" + this.directory,
				"--database.port=" + this.postgres.getPort(), "--today=" + LocalDate.now()));
		if (variant == Variant.UNPROTECTED) {
			arguments.add("--backup.password=" + "let" + "me" + "in");
		}
		arguments.addAll(more);
		return application.run(arguments.toArray(String[]::new));
	}

	private ClassLoader classPath(Variant variant) {
		List<URL> jars = variant.jars().stream().map((jar) -> jar.writeTo(this.directory)).toList();
		return new ClassPath(jars, variant.hidden());
	}

}
