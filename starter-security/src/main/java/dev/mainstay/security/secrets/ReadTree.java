package dev.mainstay.security.secrets;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.env.PropertySourceInfo;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.OriginLookup;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.util.StringUtils;

/**
 * A config tree as it was read at one moment: values of one moment belong together. Takes
 * the place of the property source that Spring Boot made of the same folder. Immutable.
 */
final class ReadTree extends EnumerablePropertySource<Path> implements PropertySourceInfo, OriginLookup<String> {

	private final Map<String, TreeValue> values;

	ReadTree(String name, Path folder, Map<String, TreeValue> values) {
		super(name, folder);
		this.values = new TreeMap<>(values);
	}

	@Override
	public String[] getPropertyNames() {
		return StringUtils.toStringArray(this.values.keySet());
	}

	@Override
	public @Nullable Object getProperty(String name) {
		return this.values.get(name);
	}

	@Override
	public @Nullable Origin getOrigin(String name) {
		TreeValue value = this.values.get(name);
		return (value != null) ? value.origin() : null;
	}

	@Override
	public boolean isImmutable() {
		return true;
	}

}
