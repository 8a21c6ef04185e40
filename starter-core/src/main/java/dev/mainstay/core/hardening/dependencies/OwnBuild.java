package dev.mainstay.core.hardening.dependencies;

import java.net.URL;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

import dev.mainstay.core.hardening.InspectedApplication;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.util.ClassUtils;

/**
 * What was built together with the application: the jars that its class is in, and those
 * of its version.
 *
 * @param places the URLs of its class
 * @param versions its versions
 */
record OwnBuild(Set<String> places, Set<String> versions) {

	static OwnBuild of(InspectedApplication application) {
		ApplicationContext context = application.context();
		Set<String> places = new HashSet<>();
		Set<String> versions = new HashSet<>();
		for (String name : context.getBeanNamesForAnnotation(SpringBootConfiguration.class)) {
			Class<?> type = ClassUtils.getUserClass(Objects.requireNonNull(context.getType(name, false)));
			URL place = type.getResource(ClassUtils.getClassFileName(type));
			if (place != null) {
				places.add(place.toExternalForm());
			}
			versions.add(Objects.toString(type.getPackage().getImplementationVersion()));
		}
		application.beans(BuildProperties.class).forEach((build) -> versions.add(Objects.toString(build.getVersion())));
		return new OwnBuild(places, versions);
	}

	/** A jar that contains the jar of its class is its own, too. */
	boolean contains(JarOnClassPath jar) {
		return this.versions.contains(jar.version())
				|| this.places.stream().anyMatch((place) -> place.contains(jar.name()));
	}

}
