package dev.mainstay.observability.masking;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * As in a container that outlives the application.
 */
class UndeployedTests {

	@Test
	void whatWasMaskedDoesNotHoldTheApplication() throws Exception {
		WeakReference<ClassLoader> loader = mask("a text", 17, List.of(1L), new StringBuilder("b"), new Shared("c"));
		await().untilAsserted(() -> {
			System.gc();
			assertThat(loader.get()).isNull();
		});
	}

	private static WeakReference<ClassLoader> mask(Object... values) throws Exception {
		ClassLoader application = new OwnMasking(UndeployedTests.class.getClassLoader());
		Class<?> type = application.loadClass(MaskingEngine.class.getName());
		assertThat(type).isNotSameAs(MaskingEngine.class);
		Object engine = type.getMethod("create", java.util.Collection.class).invoke(null, List.of());
		for (Object value : values) {
			type.getMethod("textOf", Object.class).invoke(engine, value);
		}
		return new WeakReference<>(application);
	}

	/** Of the container. */
	record Shared(String text) {

	}

	/** Has its own classes of masking, as the loader of a web application. */
	private static final class OwnMasking extends ClassLoader {

		private static final String PACKAGE = MaskingEngine.class.getPackageName();

		OwnMasking(ClassLoader parent) {
			super(parent);
		}

		@Override
		protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
			Class<?> loaded = findLoadedClass(name);
			if (loaded != null || !name.startsWith(PACKAGE + ".")) {
				return (loaded != null) ? loaded : super.loadClass(name, resolve);
			}
			try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
				byte[] bytes = in.readAllBytes();
				return defineClass(name, bytes, 0, bytes.length);
			}
			catch (IOException ex) {
				throw new ClassNotFoundException(name, ex);
			}
		}

	}

}
