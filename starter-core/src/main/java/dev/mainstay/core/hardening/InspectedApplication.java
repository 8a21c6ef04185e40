package dev.mainstay.core.hardening;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.origin.Origin;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.PropertySource;
import org.springframework.util.ClassUtils;

/**
 * What a check may look at. Reads only, unless it is {@link #isProbing() probing};
 * thread-safe.
 *
 * @since 0.1.0
 */
public final class InspectedApplication {

	private final ApplicationContext context;

	private final boolean probing;

	private final DeclaredBeans beans;

	private final Map<Class<?>, Optional<?>> found = new ConcurrentHashMap<>();

	/**
	 * Create it.
	 * @param context the context of the application, refreshed
	 */
	public InspectedApplication(ApplicationContext context) {
		this(context, false);
	}

	private InspectedApplication(ApplicationContext context, boolean probing) {
		this.context = context;
		this.probing = probing;
		this.beans = new DeclaredBeans(context);
	}

	/**
	 * The same application, which checks may also send requests that they have made up.
	 * @return the application
	 */
	public InspectedApplication withProbes() {
		return new InspectedApplication(this.context, true);
	}

	InspectedApplication withoutProbes() {
		return new InspectedApplication(this.context);
	}

	/**
	 * Whether a check may do more than read: send requests that it has made up through
	 * the filters, up to a handler but never into one of the application.
	 * @return whether it may
	 */
	public boolean isProbing() {
		return this.probing;
	}

	/** There is nothing to see any more, and some beans say so in the log. */
	boolean isClosed() {
		return this.context instanceof ConfigurableApplicationContext configurable && configurable.isClosed();
	}

	/** As it is now, for one sheet. */
	InspectedApplication afresh() {
		return new InspectedApplication(this.context, this.probing);
	}

	/**
	 * Find something out once for all checks of a sheet.
	 * @param <T> the type of what is found
	 * @param type the type of what is found
	 * @param search finds it, {@code null} if there is nothing
	 * @return what was found, {@code null} if there is nothing
	 */
	public <T> @Nullable T once(Class<T> type, Supplier<@Nullable T> search) {
		Optional<?> known = this.found.get(type);
		if (known == null) {
			known = Optional.ofNullable(search.get());
			this.found.put(type, known);
		}
		return type.cast(known.orElse(null));
	}

	/**
	 * The context of the application.
	 * @return the context
	 */
	public ApplicationContext context() {
		return this.context;
	}

	/**
	 * The effective value of a property, with placeholders resolved.
	 * @param name the name in its canonical form
	 * @return the value, {@code null} if the property is not set
	 */
	public @Nullable String value(String name) {
		return this.context.getEnvironment().getProperty(name);
	}

	/**
	 * Whether a property is set to true.
	 * @param name the name in its canonical form
	 * @param otherwise what holds if it is not set
	 * @return whether it is true
	 */
	public boolean isTrue(String name, boolean otherwise) {
		String value = value(name);
		return (value != null) ? Boolean.parseBoolean(value.strip()) : otherwise;
	}

	/**
	 * Where the effective value of a property was set.
	 * @param name the name in its canonical form
	 * @return the place, {@code null} if the property is not set
	 */
	public @Nullable String origin(String name) {
		ConfigurationPropertyName canonical = ConfigurationPropertyName.of(name);
		for (ConfigurationPropertySource source : ConfigurationPropertySources.get(this.context.getEnvironment())) {
			ConfigurationProperty property = source.getConfigurationProperty(canonical);
			if (property != null) {
				return place(property);
			}
		}
		return null;
	}

	/** Every source has a name, even one that does not know its lines. */
	private static String place(ConfigurationProperty property) {
		Origin origin = property.getOrigin();
		return (origin != null) ? origin.toString() : "property source " + name(property.getSource());
	}

	private static String name(@Nullable ConfigurationPropertySource source) {
		return (source != null && source.getUnderlyingSource() instanceof PropertySource<?> underlying)
				? underlying.getName() : "unknown";
	}

	/**
	 * Find a property as it is set. The value is told, so it must be no secret.
	 * @param name the name in its canonical form
	 * @return the finding
	 */
	public Finding setting(String name) {
		String value = value(name);
		return (value != null) ? new Finding(name + "=" + value, origin(name)) : Finding.of(name + " is not set");
	}

	/**
	 * What makes this a production, if anything does.
	 * @return the profile, platform or property that says so; {@code null} if nothing
	 * does
	 */
	public @Nullable String production() {
		return Production.of(this.context.getEnvironment());
	}

	/**
	 * The beans of a type, without creating any: a lazy one is none until it is used.
	 * @param <T> the type
	 * @param type the type
	 * @return the beans that are there, those of parent contexts, too
	 */
	public <T> List<T> beans(Class<T> type) {
		return List.copyOf(namedBeans(type).values());
	}

	/**
	 * The beans of a type with their names, without creating any: a lazy one is none
	 * until it is used.
	 * @param <T> the type
	 * @param type the type
	 * @return the singletons that are there, those of parent contexts, too
	 */
	public <T> Map<String, T> namedBeans(Class<T> type) {
		return this.beans.created(type);
	}

	/**
	 * The beans of a type that may not be on the class path, without creating any.
	 * @param type the name of the type
	 * @return the singletons that are there; none if the type cannot be loaded
	 */
	public List<Object> beans(String type) {
		Class<?> loaded = loaded(type);
		return (loaded != null) ? List.copyOf(beans(loaded)) : List.of();
	}

	/**
	 * Whether the application declares a bean of a type, be it created or not.
	 * @param type the name of the type, which may not be on the class path
	 * @return whether it does
	 */
	public boolean declares(String type) {
		Class<?> loaded = loaded(type);
		return loaded != null && this.beans.declares(loaded);
	}

	private @Nullable Class<?> loaded(String type) {
		try {
			return ClassUtils.forName(type, this.context.getClassLoader());
		}
		catch (ClassNotFoundException | LinkageError ex) {
			return null;
		}
	}

	/**
	 * Whether a class can be loaded.
	 * @param name the name of the class
	 * @return whether it is on the class path
	 */
	public boolean hasClass(String name) {
		return ClassUtils.isPresent(name, this.context.getClassLoader());
	}

}
