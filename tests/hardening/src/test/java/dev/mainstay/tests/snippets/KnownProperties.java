package dev.mainstay.tests.snippets;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;

/**
 * What the metadata on the class path knows of properties.
 */
final class KnownProperties {

	private final Map<ConfigurationPropertyName, String> types = new TreeMap<>();

	KnownProperties() throws IOException {
		for (URL metadata : Collections
			.list(getClass().getClassLoader().getResources("META-INF/spring-configuration-metadata.json"))) {
			try (InputStream stream = metadata.openStream()) {
				for (JsonNode property : JsonMapper.shared().readTree(stream).path("properties")) {
					ConfigurationPropertyName name = ConfigurationPropertyName.adapt(property.path("name").asString(),
							'.');
					if (!property.path("deprecation").path("level").asString("").equals("error")) {
						this.types.put(name, property.path("type").asString(""));
					}
				}
			}
		}
	}

	/** What is wrong with a property that the source has; null if nothing is. */
	@Nullable String problem(ConfigurationPropertyName name, ConfigurationPropertySource source) {
		ConfigurationPropertyName known = known(name);
		if (known == null) {
			return name + " is no property";
		}
		try {
			Bindable<?> target = Bindable.of(MetadataType.parse(this.types.get(known)));
			new Binder(source).bind(known, target,
					new NoUnboundElementsBindHandler(BindHandler.DEFAULT, (unbound) -> true));
			return null;
		}
		catch (ClassNotFoundException ex) {
			return null;
		}
		catch (BindException ex) {
			return name + " cannot be bound: " + ex.getMessage() + ", " + ex.getCause();
		}
	}

	/** The property itself, or the map or list that it is a part of. */
	private @Nullable ConfigurationPropertyName known(ConfigurationPropertyName name) {
		if (this.types.containsKey(name)) {
			return name;
		}
		for (int size = name.getNumberOfElements() - 1; size > 0; size--) {
			ConfigurationPropertyName part = name.chop(size);
			if (this.types.getOrDefault(part, "").matches("java\\.util\\.(Map|List|Set|Properties|Collection).*")) {
				return part;
			}
		}
		return null;
	}

}
