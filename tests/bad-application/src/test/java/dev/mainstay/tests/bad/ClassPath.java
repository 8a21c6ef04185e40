package dev.mainstay.tests.bad;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

/**
 * The class path of the test, with more jars and without some libraries.
 */
final class ClassPath extends URLClassLoader {

	private final List<Library> hidden;

	ClassPath(List<URL> jars, List<Library> hidden) {
		super(jars.toArray(URL[]::new), ClassPath.class.getClassLoader());
		this.hidden = hidden;
	}

	@Override
	protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
		if (this.hidden.stream().anyMatch((library) -> library.hasClass(name))) {
			throw new ClassNotFoundException(name);
		}
		return super.loadClass(name, resolve);
	}

	@Override
	public URL getResource(String name) {
		URL file = super.getResource(name);
		return (file != null && isHidden(file)) ? null : file;
	}

	@Override
	public Enumeration<URL> getResources(String name) throws IOException {
		return Collections.enumeration(
				Collections.list(super.getResources(name)).stream().filter((file) -> !isHidden(file)).toList());
	}

	private boolean isHidden(URL file) {
		return this.hidden.stream().anyMatch((library) -> library.hasFile(file));
	}

}
