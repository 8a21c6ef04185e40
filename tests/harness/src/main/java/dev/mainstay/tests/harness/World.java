package dev.mainstay.tests.harness;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A class path on which applications run inside this JVM: the test's own, or the same
 * without Mainstay and without every jar that only Mainstay brings, in a class loader
 * that shares nothing with it. An application is thus compared with itself as it was
 * before the dependency was added, and not with Mainstay switched off.
 */
public final class World {

	/** By these an application tells its logging what to do, and every later one too. */
	private static final Pattern SETTINGS_OF_LOGGING = Pattern
		.compile("(?:CONSOLE|FILE)_LOG_.*|LOG(?:GED|BACK)?_.*|EXCEPTION_CONVERSION_WORD");

	private static final Path OWN_JARS = Path.of("src", "test", "resources", "own-jars.txt");

	/** On any free port, and without the two seconds of Netty's farewell. */
	static final List<String> ARGUMENTS = List.of("--server.port=0",
			"--spring.reactor.netty.shutdown-quiet-period=100ms");

	private static final World HARDENED = new World(World.class.getClassLoader());

	private static final World BARE = new World(bareClassLoader());

	private final ClassLoader classLoader;

	private World(ClassLoader classLoader) {
		this.classLoader = classLoader;
		leaveUrlHandlersOfTheJvmAlone();
	}

	/** Tomcat sets them once per JVM, and fails where another class loader's has. */
	private void leaveUrlHandlersOfTheJvmAlone() {
		try {
			this.classLoader.loadClass("org.apache.catalina.webresources.TomcatURLStreamHandlerFactory")
				.getMethod("disable")
				.invoke(null);
		}
		catch (ClassNotFoundException ex) {
			// An application without Tomcat has none.
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * The class path of the test.
	 * @return the world with Mainstay
	 */
	public static World hardened() {
		return HARDENED;
	}

	/**
	 * The class path of the test without Mainstay and what it brings.
	 * @return the world without Mainstay
	 */
	public static World bare() {
		return BARE;
	}

	/**
	 * The world without Mainstay and the one with it, for what has to hold in both.
	 * @return both worlds
	 */
	public static Stream<World> both() {
		return Stream.of(BARE, HARDENED);
	}

	/**
	 * Start an application, on any free port if it serves one.
	 * @param application its configuration class, loaded anew in this world
	 * @param arguments its arguments
	 * @return the application, started
	 */
	public WorldApplication start(Class<?> application, String... arguments) {
		List<String> all = new ArrayList<>(ARGUMENTS);
		all.add("--spring.main.banner-mode=off");
		all.addAll(List.of(arguments));
		RecordedOutput output = RecordedOutput.start();
		try {
			Object context = inThisWorld(() -> {
				Class<?> spring = this.classLoader.loadClass("org.springframework.boot.SpringApplication");
				return spring.getMethod("run", Class.class, String[].class)
					.invoke(null, this.classLoader.loadClass(application.getName()), all.toArray(String[]::new));
			});
			return new WorldApplication(application.getName(), context, output, this.classLoader);
		}
		catch (ReflectiveOperationException ex) {
			output.stop();
			throw new IllegalStateException(application.getSimpleName() + " does not start " + this, ex);
		}
	}

	/**
	 * Run test classes of an application's owner, loaded anew in this world.
	 * @param tests the classes, which nothing else runs
	 * @return one line for each test with its name and its result, sorted
	 */
	public List<String> runTests(Class<?>... tests) {
		List<String> names = Arrays.stream(tests).map(Class::getName).toList();
		try {
			Object results = inThisWorld(() -> {
				Method run = this.classLoader.loadClass(TestRun.class.getName()).getDeclaredMethod("of", List.class);
				run.setAccessible(true);
				return run.invoke(null, names);
			});
			return ((List<?>) results).stream().map(String::valueOf).toList();
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private Object inThisWorld(Work work) throws ReflectiveOperationException {
		Thread thread = Thread.currentThread();
		ClassLoader before = thread.getContextClassLoader();
		thread.setContextClassLoader(this.classLoader);
		System.getProperties().keySet().removeIf((name) -> SETTINGS_OF_LOGGING.matcher(name.toString()).matches());
		try {
			return work.run();
		}
		finally {
			thread.setContextClassLoader(before);
		}
	}

	@Override
	public String toString() {
		return (this == BARE) ? "without Mainstay" : "with Mainstay";
	}

	private static ClassLoader bareClassLoader() {
		Set<String> brought = jarsOfMainstay();
		brought.removeAll(jarsOfTheApplication());
		URL[] urls = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
			.map(Path::of)
			.filter((entry) -> !isOfMainstay(entry) && !brought.contains(artifact(entry)))
			.map(World::url)
			.toArray(URL[]::new);
		return new URLClassLoader("without-mainstay", urls, ClassLoader.getPlatformClassLoader());
	}

	/** A module of this build is a directory until it is packaged. */
	private static boolean isOfMainstay(Path entry) {
		String path = entry.toString().replace(File.separatorChar, '/');
		return path.matches(".*/starter(?:-[a-z]+)?/target/.*")
				|| artifact(entry).startsWith("mainstay-spring-boot-starter");
	}

	/** The name of a jar without its version. */
	private static String artifact(Path entry) {
		return String.valueOf(entry.getFileName()).replaceFirst("-\\d[^/]*\\.jar$", "");
	}

	private static Set<String> jarsOfMainstay() {
		Path page = page();
		try {
			Set<String> jars = new TreeSet<>();
			Matcher matcher = Pattern.compile("\\| `[^`:]+:([^`]+)` \\|").matcher(Files.readString(page));
			while (matcher.find()) {
				jars.add(matcher.group(1));
			}
			return jars;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read " + page + "; run the tests in their module's folder", ex);
		}
	}

	/** What the application has itself, of what Mainstay brings, as its module says. */
	private static List<String> jarsOfTheApplication() {
		try {
			return Files.exists(OWN_JARS) ? Files.readAllLines(OWN_JARS) : List.of();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The folder of a module is one or two below that of the project. */
	private static Path page() {
		Path page = Path.of("..", "docs", "dependencies.md");
		return Files.exists(page) ? page : Path.of("..").resolve(page);
	}

	private static URL url(Path entry) {
		try {
			return entry.toUri().toURL();
		}
		catch (MalformedURLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private interface Work {

		Object run() throws ReflectiveOperationException;

	}

}
