package dev.mainstay.core.hardening;

import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.boot.env.OriginTrackedMapPropertySource;
import org.springframework.boot.origin.OriginTrackedValue;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.boot.origin.TextResourceOrigin.Location;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;

/**
 * Properties as Spring Boot reads them from a file, without a file: no secret, not even a
 * false one, stands in the repository.
 */
public final class PropertyFile {

	private PropertyFile() {
	}

	public static ApplicationContextInitializer<ConfigurableApplicationContext> inside(String... properties) {
		return named("application.properties", properties);
	}

	public static ApplicationContextInitializer<ConfigurableApplicationContext> named(String file,
			String... properties) {
		return read(new ClassPathResource(file), properties);
	}

	public static ApplicationContextInitializer<ConfigurableApplicationContext> outside(String... properties) {
		return read(new FileSystemResource("/etc/orders/application.properties"), properties);
	}

	private static ApplicationContextInitializer<ConfigurableApplicationContext> read(Resource resource,
			String... properties) {
		Map<String, Object> values = new LinkedHashMap<>();
		for (String property : properties) {
			int equals = property.indexOf('=');
			TextResourceOrigin origin = new TextResourceOrigin(resource, new Location(values.size(), 0));
			values.put(property.substring(0, equals), OriginTrackedValue.of(property.substring(equals + 1), origin));
		}
		PropertySource<?> source = new OriginTrackedMapPropertySource(resource.getDescription(), values, true);
		return (context) -> context.getEnvironment().getPropertySources().addLast(source);
	}

}
