package dev.mainstay.tests.harness;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An application that runs inside this JVM, of whose classes nothing is known: they may
 * have been loaded by a class loader of their own.
 */
public final class WorldApplication implements AutoCloseable {

	private static final Pattern FEATURE = Pattern
		.compile("Feature\\[name=([^,]+), state=([^,]+), property=[^,]+, reason=(.*?)\\](?=, Feature\\[|\\]$)");

	private static final String PRODUCTION = "mainstay.hardening.production";

	private static final String KEEPER = "mainstaySheetKeeper";

	private final String name;

	private final Object context;

	private final RecordedOutput output;

	private final ClassLoader classLoader;

	WorldApplication(String name, Object context, RecordedOutput output, ClassLoader classLoader) {
		this.name = name;
		this.context = context;
		this.output = output;
		this.classLoader = classLoader;
	}

	/**
	 * Talk to the application.
	 * @return a client for its port
	 */
	public Http http() {
		return new Http(Integer.parseInt(property("local.server.port")));
	}

	/**
	 * Talk to its separate management port.
	 * @return a client for that port
	 */
	public Http management() {
		return new Http(Integer.parseInt(property("local.management.port")));
	}

	/**
	 * A property as the application sees it.
	 * @param name the name
	 * @return the value
	 */
	public String property(String name) {
		Object environment = call(this.context, "getEnvironment");
		return String.valueOf(call(environment, "getRequiredProperty", name));
	}

	/**
	 * The class of each bean of a type, by the names that do not depend on who loaded
	 * them.
	 * @param type the name of the type
	 * @return the names of the classes, sorted; empty if the type is not on the class
	 * path
	 */
	public List<String> beansOf(String type) {
		try {
			Class<?> loaded = this.classLoader.loadClass(type);
			String[] names = (String[]) this.context.getClass()
				.getMethod("getBeanNamesForType", Class.class)
				.invoke(this.context, loaded);
			return Arrays.stream(names)
				.map((name) -> call(this.context, "getBean", name).getClass().getName())
				.sorted()
				.toList();
		}
		catch (ClassNotFoundException ex) {
			return List.of();
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * The types of all beans, as far as they are known without creating one.
	 * @return the names of the classes, sorted
	 */
	public List<String> typesOfBeans() {
		String[] names = (String[]) call(this.context, "getBeanDefinitionNames");
		return Arrays.stream(names)
			.map((name) -> call(this.context, "getType", name))
			.map((type) -> (type instanceof Class<?> known) ? known.getName() : "unknown")
			.sorted()
			.toList();
	}

	/**
	 * Call a public method without arguments of the bean with a name.
	 * @param bean the name of the bean
	 * @param method the name of the method
	 * @return what it returned, as text
	 */
	public String ask(String bean, String method) {
		return String.valueOf(call(call(this.context, "getBean", bean), method));
	}

	/**
	 * What became of each feature of Mainstay, as the start block says it.
	 * @return states such as {@code backed-off (logback-spring.xml)} by the names of the
	 * features
	 */
	public Map<String, String> features() {
		Map<String, String> features = new TreeMap<>();
		Matcher matcher = FEATURE.matcher(ask("mainstayFeatures", "all"));
		while (matcher.find()) {
			String state = matcher.group(2).toLowerCase(Locale.ROOT).replace('_', '-');
			features.put(matcher.group(1),
					matcher.group(3).equals("null") ? state : state + " (" + matcher.group(3) + ")");
		}
		return features;
	}

	private static Object call(Object target, String method, String... arguments) {
		try {
			Class<?>[] types = new Class<?>[arguments.length];
			Arrays.fill(types, String.class);
			Method found = target.getClass().getMethod(method, types);
			found.setAccessible(true);
			return found.invoke(target, (Object[]) arguments);
		}
		catch (InvocationTargetException ex) {
			throw new IllegalStateException(ex.getCause());
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** The checks that it fails, by what it is told of production. */
	private List<String> alarms(boolean production) {
		String before = System.setProperty(PRODUCTION, String.valueOf(production));
		try {
			List<?> failed = (List<?>) call(call(call(this.context, "getBean", KEEPER), "look"), "failed");
			return failed.stream().map((entry) -> String.valueOf(call(call(entry, "check"), "id"))).toList();
		}
		finally {
			if (before == null) {
				System.clearProperty(PRODUCTION);
			}
			else {
				System.setProperty(PRODUCTION, before);
			}
		}
	}

	@Override
	public void close() {
		try {
			if (Alarms.areListed() && Boolean.TRUE.equals(call(this.context, "containsBean", KEEPER))) {
				Alarms.of(this.name, alarms(false), alarms(true));
			}
		}
		finally {
			call(this.context, "close");
			LogSchemaCheck.check(this.output.stop());
		}
	}

}
