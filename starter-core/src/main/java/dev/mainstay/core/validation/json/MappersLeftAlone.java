package dev.mainstay.core.validation.json;

import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

import dev.mainstay.core.mode.FeatureState;
import dev.mainstay.core.mode.FeatureStatus;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * Says which JSON is read as it was, because the application reads it in a way of its
 * own. Thread-safe.
 *
 * @since 0.1.0
 */
public final class MappersLeftAlone implements FeatureStatus {

	private static final Logger logger = LoggerFactory.getLogger(MappersLeftAlone.class);

	private static final String FEATURE = "strict-json";

	private final ConfigurableListableBeanFactory beans;

	private final Set<String> names = new ConcurrentSkipListSet<>();

	private volatile boolean works;

	/**
	 * Create the status.
	 * @param beans the beans of the application
	 */
	public MappersLeftAlone(ConfigurableListableBeanFactory beans) {
		this.beans = beans;
	}

	/** Called when the application starts, for what is read within the limits. */
	public void reads() {
		this.works = true;
	}

	/**
	 * Called when the application starts, for a mapper that it built itself.
	 * @param mapper the mapper
	 */
	public void add(JsonMapper mapper) {
		add(name(mapper));
	}

	/**
	 * Called when the application starts, for a converter that is not the framework's.
	 * @param name how a person finds it
	 */
	public void add(String name) {
		if (this.names.add(name)) {
			logger.info("{} reads JSON as it is: the limits and rules of mainstay.validation for JSON hold for mappers "
					+ "from the JsonMapper.Builder of Spring Boot", name);
		}
	}

	private String name(JsonMapper mapper) {
		for (String name : this.beans.getBeanNamesForType(JsonMapper.class, true, false)) {
			if (this.beans.getSingleton(name) == mapper) {
				return "the mapper " + name;
			}
		}
		return "a mapper that is no bean";
	}

	@Override
	public String feature() {
		return FEATURE;
	}

	/** Where beans are lazy, nothing is known before the first request. */
	@Override
	public FeatureState state() {
		return (this.works || this.names.isEmpty()) ? FeatureState.ON : FeatureState.BACKED_OFF;
	}

	@Override
	public @Nullable String reason() {
		return this.names.isEmpty() ? null : "left alone: " + String.join(", ", this.names);
	}

}
