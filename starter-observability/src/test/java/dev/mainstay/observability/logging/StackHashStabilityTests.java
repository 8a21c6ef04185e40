package dev.mainstay.observability.logging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import javax.tools.ToolProvider;

import ch.qos.logback.classic.spi.ThrowableProxy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.aop.framework.ProxyFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The same defect in a class that is really compiled, with other lines around it, and
 * called in other ways.
 */
class StackHashStabilityTests {

	private static final String SHOP = """
			package shop;

			public class Shop implements Runnable {
			%s
				public void run() {
					Runnable early = () -> pay(%s);
					new Runnable() {
						public void run() {
							early.run();
						}
					}.run();
				}
				private void pay(String order) {
					throw new %s("order " + order);
				}
			}
			""";

	private static final String MORE = """
				// one
				// two
				// three
				private final Runnable another = () -> Thread.yield();
				private final Runnable third = new Runnable() {
					public void run() {
						another.run();
					}
				};
			""";

	@TempDir
	private Path directory;

	@Test
	void otherLinesLambdasAndAnonymousClassesBeforeItChangeNothing() throws Exception {
		String hash = hash(failure(shop("a", "", "IllegalStateException")));
		assertThat(hash(failure(shop("b", MORE, "IllegalStateException")))).isEqualTo(hash);
	}

	@Test
	void anotherExceptionInTheSameMethodIsAnotherDefect() throws Exception {
		String hash = hash(failure(shop("a", "", "IllegalStateException")));
		assertThat(hash(failure(shop("b", "", "IllegalArgumentException")))).isNotEqualTo(hash);
	}

	@Test
	void aProxyOfSpringChangesNothing() throws Exception {
		Runnable shop = shop("a", "", "IllegalStateException");
		ProxyFactory byClass = new ProxyFactory(shop);
		byClass.setProxyTargetClass(true);
		ProxyFactory byInterface = new ProxyFactory();
		byInterface.setInterfaces(Runnable.class);
		byInterface.setTarget(shop);
		for (ProxyFactory factory : List.of(byClass, byInterface)) {
			factory.addAdvice((org.aopalliance.intercept.MethodInterceptor) (invocation) -> invocation.proceed());
			assertThat(hash(failure((Runnable) factory.getProxy(shop.getClass().getClassLoader()))))
				.isEqualTo(hash(failure(shop)));
		}
	}

	@Test
	void aPoolAndWhoWaitsForItChangeNothing() throws Exception {
		Runnable shop = shop("a", "", "IllegalStateException");
		Throwable waited = failure(() -> CompletableFuture.runAsync(shop).join());
		assertThat(waited).isInstanceOf(CompletionException.class);
		assertThat(hash(waited)).isEqualTo(hash(failure(shop)));
	}

	@Test
	void aVirtualThreadChangesNothing() throws Exception {
		Runnable shop = shop("a", "", "IllegalStateException");
		AtomicReference<Throwable> failure = new AtomicReference<>();
		Thread thread = lightest(() -> failure.set(thrownBy(shop)));
		thread.join();
		assertThat(hash(failure.get())).isEqualTo(hash(failure(shop)));
	}

	/** A virtual thread from Java 21 on. */
	private static Thread lightest(Runnable work) throws ReflectiveOperationException {
		try {
			return (Thread) Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, work);
		}
		catch (NoSuchMethodException ex) {
			Thread thread = new Thread(work);
			thread.start();
			return thread;
		}
	}

	@Test
	void reflectionChangesNothing() throws Exception {
		Runnable shop = shop("a", "", "IllegalStateException");
		Throwable failure = failure(() -> {
			try {
				Runnable.class.getMethod("run").invoke(shop);
			}
			catch (ReflectiveOperationException ex) {
				throw new IllegalStateException(ex);
			}
		});
		assertThat(hash(failure.getCause())).isEqualTo(hash(failure(shop)));
	}

	@Test
	void howDeepARecursionWasChangesNothing() {
		StackTraceElement visit = new StackTraceElement("shop.Tree", "visit", "Tree.java", 5);
		StackTraceElement read = new StackTraceElement("shop.Tree", "read", "Tree.java", 9);
		assertThat(hash(exception(visit, visit, visit, read))).isEqualTo(hash(exception(visit, read)))
			.isNotEqualTo(hash(exception(read)));
	}

	@Test
	void theVersionOfALibraryChangesNothing() {
		StackTraceElement own = new StackTraceElement("shop.Orders", "find", "Orders.java", 5);
		String hash = hash(exception(new StackTraceElement("org.hibernate.query.Old", "list", null, 1), own));
		assertThat(hash(exception(new StackTraceElement("org.hibernate.query.New", "list2", null, 1), own)))
			.isEqualTo(hash);
	}

	@Test
	void whatHappensInLibrariesAloneIsToldApart() {
		assertThat(hash(exception(new StackTraceElement("org.hibernate.A", "a", null, 1))))
			.isNotEqualTo(hash(exception(new StackTraceElement("org.hibernate.A", "b", null, 1))));
	}

	private static Exception exception(StackTraceElement... frames) {
		Exception exception = new IllegalStateException();
		exception.setStackTrace(frames);
		return exception;
	}

	private Runnable shop(String folder, String members, String exception) throws Exception {
		Path source = Files.createDirectories(this.directory.resolve(folder)).resolve("Shop.java");
		Files.writeString(source, SHOP.formatted(members, '"' + folder + '"', exception));
		int result = ToolProvider.getSystemJavaCompiler()
			.run(null, null, null, "-d", source.getParent().toString(), source.toString());
		assertThat(result).isZero();
		Classes classes = new Classes(source.getParent());
		return (Runnable) classes.loadClass("shop.Shop").getConstructor().newInstance();
	}

	/** On a thread of its own, so that no caller is below it. */
	private static Throwable failure(Runnable work) throws InterruptedException {
		AtomicReference<Throwable> failure = new AtomicReference<>();
		Thread thread = new Thread(() -> failure.set(thrownBy(work)));
		thread.start();
		thread.join();
		return failure.get();
	}

	private static Throwable thrownBy(Runnable work) {
		try {
			work.run();
		}
		catch (RuntimeException ex) {
			return ex;
		}
		throw new IllegalStateException("It has not failed");
	}

	private static String hash(Throwable throwable) {
		return StackHash.of(new ThrowableProxy(throwable));
	}

	private static final class Classes extends ClassLoader {

		private final Path folder;

		Classes(Path folder) {
			super(StackHashStabilityTests.class.getClassLoader());
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
