package dev.mainstay.core.hardening.policy;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import dev.mainstay.core.defaults.MainstayDefaults;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.ConfigurationPropertyState;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;
import org.springframework.util.StringUtils;

/**
 * The properties that an organisation's policy sets and locks, beside what the service
 * makes of them. Immutable; reads the environment when it is asked.
 *
 * @since 0.1.0
 */
public final class PolicyLocks {

	/**
	 * The property of the policy that names what it locks. What a service sets by this
	 * name locks nothing.
	 */
	public static final String LOCKED = "mainstay.hardening.locked";

	private final ConfigurableEnvironment environment;

	private final @Nullable ConfigurationPropertySource policy;

	/**
	 * Create it.
	 * @param environment the environment of the service
	 */
	public PolicyLocks(ConfigurableEnvironment environment) {
		this.environment = environment;
		PropertySource<?> source = environment.getPropertySources().get(MainstayDefaults.POLICY);
		this.policy = (source != null) ? ConfigurationPropertySource.from(source) : null;
	}

	/**
	 * The names of the properties that are locked.
	 * @return the names; none if there is no policy
	 */
	public Set<String> names() {
		ConfigurationProperty locked = policy(LOCKED);
		return (locked != null) ? new TreeSet<>(list(locked)) : Set.of();
	}

	/**
	 * What the policy says of a property that it locks.
	 * @param name the name of the property
	 * @return the values; none if the property is not locked or has no value there
	 */
	public List<String> values(String name) {
		ConfigurationProperty property = names().contains(name) ? policy(name) : null;
		return (property != null) ? list(property) : List.of();
	}

	/**
	 * The locked properties whose effective value a service has weakened.
	 * @return the attempts, in the order of the names
	 */
	List<WeakenedSetting> weakened() {
		return names().stream().map(this::weakened).filter(Objects::nonNull).toList();
	}

	private @Nullable WeakenedSetting weakened(String name) {
		ConfigurationProperty locked = policy(name);
		ConfigurationPropertySource winner = (locked != null) ? winner(name) : null;
		if (locked == null || winner == null || isPolicy(winner)) {
			return null;
		}
		String value = effective(name);
		return StrictnessOrder.isWeaker(value, text(locked)) ? new WeakenedSetting(name, value, origin(name, winner),
				text(locked), String.valueOf(locked.getOrigin())) : null;
	}

	private @Nullable ConfigurationProperty policy(String name) {
		return (this.policy != null && ConfigurationPropertyName.isValid(name))
				? this.policy.getConfigurationProperty(ConfigurationPropertyName.of(name)) : null;
	}

	/** A list may be set by its elements alone. */
	private @Nullable ConfigurationPropertySource winner(String name) {
		ConfigurationPropertyName property = ConfigurationPropertyName.of(name);
		for (ConfigurationPropertySource source : ConfigurationPropertySources.get(this.environment)) {
			if (source.getConfigurationProperty(property) != null
					|| source.containsDescendantOf(property) == ConfigurationPropertyState.PRESENT) {
				return source;
			}
		}
		return null;
	}

	private static boolean isPolicy(ConfigurationPropertySource source) {
		return source.getUnderlyingSource() instanceof PropertySource<?> underlying
				&& MainstayDefaults.POLICY.equals(underlying.getName());
	}

	private String effective(String name) {
		return String.join(",",
				Binder.get(this.environment).bind(name, Bindable.listOf(String.class)).orElse(List.of()));
	}

	private static String origin(String name, ConfigurationPropertySource winner) {
		ConfigurationProperty property = winner.getConfigurationProperty(ConfigurationPropertyName.of(name));
		return (property != null && property.getOrigin() != null) ? property.getOrigin().toString()
				: String.valueOf(winner.getUnderlyingSource());
	}

	private static List<String> list(ConfigurationProperty property) {
		return List.of(StringUtils.tokenizeToStringArray(text(property), ","));
	}

	private static String text(ConfigurationProperty property) {
		return Objects.toString(property.getValue(), "");
	}

}
