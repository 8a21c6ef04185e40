package dev.mainstay.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.LocationProvider;

/**
 * Finds the classes of the module that a test was compiled in. Where they are follows
 * from the test, so no module can name those of another.
 */
final class ModuleClasses implements LocationProvider {

	@Override
	public Set<Location> get(Class<?> testClass) {
		return Set.of(Location.of(directory(testClass)));
	}

	static Path directory(Class<?> testClass) {
		return holdingClasses(directoryOfTests(testClass).resolveSibling("classes"));
	}

	static JavaClasses ofTests(Class<?> testClass) {
		return new ClassFileImporter().importPath(holdingClasses(directoryOfTests(testClass)));
	}

	static Path holdingClasses(Path directory) {
		try (Stream<Path> files = Files.walk(directory)) {
			if (files.anyMatch((file) -> file.toString().endsWith(".class"))) {
				return directory;
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(directory + " cannot be read", ex);
		}
		throw new IllegalStateException(directory + " holds no class that the rules could be asked about");
	}

	private static Path directoryOfTests(Class<?> testClass) {
		try {
			return Path.of(testClass.getProtectionDomain().getCodeSource().getLocation().toURI());
		}
		catch (URISyntaxException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
