package dev.mainstay.observability.errorgroups;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import javax.tools.ToolProvider;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A class of an application that is really compiled, in one release or in another.
 */
final class CompiledShop {

	private static final String SOURCE = """
			package shop;

			public class Shop implements Runnable {
			%s
				public void run() {
					pay();
				}
				public void pay() {
					Runnable charge = () -> { throw new %s(%s); };
					charge.run();
				}
			}
			""";

	/**
	 * Ten lines, with lambdas and anonymous classes that are counted before the others.
	 */
	static final String TEN_LINES = """
				// one
				// two
				// three
				private final Runnable another = () -> Thread.yield();
				private final Runnable third = new Runnable() {
					public void run() {
						another.run();
					}
				};
				// ten
			""";

	private CompiledShop() {
	}

	static Runnable of(Path folder, String members, String exception, String message) throws Exception {
		Path source = Files.createDirectories(folder).resolve("Shop.java");
		Files.writeString(source, SOURCE.formatted(members, exception, message));
		int result = ToolProvider.getSystemJavaCompiler()
			.run(null, null, null, "-d", folder.toString(), source.toString());
		assertThat(result).isZero();
		return (Runnable) new Classes(folder).loadClass("shop.Shop").getConstructor().newInstance();
	}

	private static final class Classes extends ClassLoader {

		private final Path folder;

		Classes(Path folder) {
			super(CompiledShop.class.getClassLoader());
			this.folder = folder;
		}

		@Override
		protected Class<?> findClass(String name) throws ClassNotFoundException {
			try (Stream<Path> files = Files.walk(this.folder)) {
				Path file = files.filter((it) -> it.endsWith(name.replace('.', '/') + ".class"))
					.findFirst()
					.orElseThrow(() -> new ClassNotFoundException(name));
				byte[] bytes = Files.readAllBytes(file);
				return defineClass(name, bytes, 0, bytes.length);
			}
			catch (IOException ex) {
				throw new ClassNotFoundException(name, ex);
			}
		}

	}

}
