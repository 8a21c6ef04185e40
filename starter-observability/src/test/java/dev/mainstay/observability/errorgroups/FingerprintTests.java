package dev.mainstay.observability.errorgroups;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

import dev.mainstay.core.request.RootFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.aop.framework.ProxyFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The same defect in a class that is really compiled, in two releases, and called in
 * other ways.
 */
class FingerprintTests {

	private static final String ILLEGAL_STATE = "IllegalStateException";

	@TempDir
	private Path directory;

	@Test
	void tenLinesAboveAndOtherIdsAreTheSameDefect() throws Exception {
		String id = idOf(shop("a", "", ILLEGAL_STATE, "\"order 4711 of 8d3f7c1e-5a1b-4a53-9a51-0a0a8f3c2b11\""));
		assertThat(idOf(shop("b", CompiledShop.TEN_LINES, ILLEGAL_STATE,
				"\"order 12 of 00000000-0000-4000-8000-000000000001\"")))
			.isEqualTo(id);
	}

	@Test
	void anotherTypeInTheSameMethodIsAnotherDefect() throws Exception {
		String id = idOf(shop("a", "", ILLEGAL_STATE, "\"no\""));
		assertThat(idOf(shop("b", "", "IllegalArgumentException", "\"no\""))).isNotEqualTo(id);
	}

	@Test
	void anotherMessageInTheSameMethodIsAnotherDefect() throws Exception {
		String id = idOf(shop("a", "", ILLEGAL_STATE, "\"the cart is empty\""));
		assertThat(idOf(shop("b", "", ILLEGAL_STATE, "\"the shop is closed\""))).isNotEqualTo(id);
	}

	@Test
	void proxiesLambdasAndVirtualThreadsAreTheSameDefect() throws Exception {
		Runnable shop = shop("a", "", ILLEGAL_STATE, "\"no\"");
		ProxyFactory factory = new ProxyFactory(shop);
		factory.setProxyTargetClass(true);
		factory.addAdvice((org.aopalliance.intercept.MethodInterceptor) (invocation) -> invocation.proceed());
		Runnable proxy = (Runnable) factory.getProxy(shop.getClass().getClassLoader());
		assertThat(proxy.getClass().getName()).contains("CGLIB");
		Runnable lambda = () -> shop.run();
		assertThat(idOf(proxy)).isEqualTo(idOf(lambda)).isEqualTo(idOf(shop));
		AtomicReference<Throwable> onThread = new AtomicReference<>();
		lightest(() -> onThread.set(thrownBy(shop))).join();
		assertThat(id(onThread.get())).isEqualTo(idOf(shop));
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
	void whoWaitedForItChangesNothing() throws Exception {
		Runnable shop = shop("a", "", ILLEGAL_STATE, "\"no\"");
		ExecutorService pool = Executors.newSingleThreadExecutor();
		try {
			pool.submit(shop).get();
		}
		catch (ExecutionException ex) {
			assertThat(id(ex)).isEqualTo(idOf(shop));
		}
		finally {
			pool.shutdown();
		}
		assertThat(idOf(() -> CompletableFuture.runAsync(shop).join())).isEqualTo(idOf(shop));
		assertThat(id(new RuntimeException(thrownBy(shop)))).isEqualTo(idOf(shop));
		assertThat(id(new RuntimeException("The shop failed", thrownBy(shop)))).isNotEqualTo(idOf(shop));
	}

	@Test
	void theVersionOfALibraryChangesNothing() {
		StackTraceElement own = new StackTraceElement("shop.Orders", "find", "Orders.java", 5);
		assertThat(id(exception(new StackTraceElement("org.hibernate.query.New", "list2", null, 1), own)))
			.isEqualTo(id(exception(new StackTraceElement("org.hibernate.query.Old", "list", null, 1), own)));
	}

	@Test
	void librariesAloneAreToldApartByTheirFrames() {
		assertThat(id(exception(new StackTraceElement("org.hibernate.A", "a", null, 1))))
			.isNotEqualTo(id(exception(new StackTraceElement("org.hibernate.A", "b", null, 1))));
	}

	@Test
	void saysWhereTheApplicationWas() throws Exception {
		Throwable failure = thrownBy(shop("a", "", ILLEGAL_STATE, "\"no\""));
		assertThat(Fingerprint.of(failure, failure, "no").frame()).isEqualTo("shop.Shop.pay(Shop.java:9)");
	}

	private static Exception exception(StackTraceElement... frames) {
		Exception exception = new IllegalStateException();
		exception.setStackTrace(frames);
		return exception;
	}

	private Runnable shop(String folder, String members, String exception, String message) throws Exception {
		return CompiledShop.of(this.directory.resolve(folder), members, exception, message);
	}

	private static String idOf(Runnable work) {
		return id(thrownBy(work));
	}

	private static String id(Throwable failure) {
		Throwable root = RootFailure.rootCause(failure);
		return Fingerprint.of(failure, root, String.valueOf(root.getMessage())).id();
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

}
