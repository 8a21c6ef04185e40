package dev.mainstay.observability.logging;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Arrays;

import ch.qos.logback.classic.spi.ThrowableProxy;
import org.junit.jupiter.api.Test;

import org.springframework.aop.framework.ProxyFactory;

import static org.assertj.core.api.Assertions.assertThat;

class StackTraceTests {

	@Test
	void theRootCauseComesFirstAndWhatTheyShareOnce() {
		String text = text(outer());
		assertThat(text).startsWith("java.lang.IllegalStateException: the cause\n\tat " + getClass().getName());
		assertThat(text.split("theRootCauseComesFirstAndWhatTheyShareOnce", -1)).hasSize(2);
		assertThat(text).containsPattern("common frames omitted\nWrapped by: java.lang.RuntimeException: outer\n\tat");
		assertThat(text).doesNotEndWith("\n");
	}

	private static Exception outer() {
		return new RuntimeException("outer", cause());
	}

	private static Exception cause() {
		return new IllegalStateException("the cause");
	}

	@Test
	void whatWasSuppressedIsIndentedBelow() {
		Exception exception = new IllegalStateException("main");
		exception.addSuppressed(new IllegalArgumentException("further", new RuntimeException("its cause")));
		assertThat(text(exception)).containsPattern(
				"\n\tSuppressed: java.lang.RuntimeException: its cause\n(?:\t\t.*\n)+\tWrapped by: java.lang.IllegalArgumentException: further\n\t\t");
	}

	@Test
	void plumbingIsCountedInstead() {
		ProxyFactory factory = new ProxyFactory(new Shop());
		factory.setProxyTargetClass(true);
		Shop shop = (Shop) factory.getProxy();
		assertThat(text(failure(shop::pay))).contains("Shop.pay(StackTraceTests.java:", "frames excluded")
			.doesNotContain("org.springframework.aop", "CGLIB", "java.lang.reflect", "jdk.internal");
		InvocationHandler handler = (proxy, method, arguments) -> method.invoke((Runnable) new Shop()::pay);
		Runnable proxy = (Runnable) Proxy.newProxyInstance(getClass().getClassLoader(),
				new Class<?>[] { Runnable.class }, handler);
		assertThat(text(failure(proxy))).contains("Shop.pay(", "frames excluded").doesNotContain("\tat jdk.internal");
	}

	@Test
	void aStackOfPlumbingAloneStaysWhole() {
		Exception exception = new IllegalStateException("x");
		exception.setStackTrace(new StackTraceElement[] { frame("reactor.core.publisher.Mono", "a"),
				frame("reactor.core.publisher.Mono", "b"), frame("java.util.concurrent.FutureTask", "run") });
		assertThat(text(exception)).isEqualTo("""
				java.lang.IllegalStateException: x
				\tat reactor.core.publisher.Mono.a(X.java:1)
				\tat reactor.core.publisher.Mono.b(X.java:1)
				\tat java.util.concurrent.FutureTask.run(X.java:1)""");
	}

	@Test
	void aRecursionIsCutShort() {
		StackTraceElement[] frames = new StackTraceElement[1024];
		Arrays.fill(frames, frame("shop.Tree", "visit"));
		Throwable overflow = new StackOverflowError();
		overflow.setStackTrace(frames);
		assertThat(text(overflow).lines()).hasSize(62).last().isEqualTo("\t... 964 frames truncated");
	}

	@Test
	void longChainsAreCutInTheMiddle() {
		Exception exception = new Exception("root");
		for (int i = 1; i <= 300; i++) {
			exception = new Exception("cause " + i, exception);
			exception.addSuppressed(new Exception("suppressed " + i));
		}
		assertThat(text(exception))
			.contains("Exception: root\n", "Exception: cause 24\n", "... 251 causes left out", "Exception: cause 300\n")
			.doesNotContain("cause 25\n", "cause 275\n");
	}

	@Test
	void aMessageIsChangedAndAFrameIsNot() {
		String text = StackTraceText.of(new ThrowableProxy(new Exception("secret", new Exception("secret"))),
				(message) -> message.replace("secret", "[masked]"));
		assertThat(text).contains("Exception: [masked]\n").doesNotContain("secret");
	}

	@Test
	void framesWithoutASourceAreWritten() {
		Exception exception = new Exception();
		exception.setStackTrace(new StackTraceElement[] { new StackTraceElement("a.B", "c", null, -1),
				new StackTraceElement("a.B", "d", null, -2), new StackTraceElement("a.B", "e", "B.java", -1) });
		assertThat(text(exception)).isEqualTo(
				"java.lang.Exception\n\tat a.B.c(Unknown Source)\n" + "\tat a.B.d(Native Method)\n\tat a.B.e(B.java)");
		exception.setStackTrace(new StackTraceElement[0]);
		assertThat(text(exception)).isEqualTo("java.lang.Exception");
	}

	@Test
	void aSingleFrameIsNotExcluded() {
		Exception exception = new IllegalStateException("x");
		exception.setStackTrace(new StackTraceElement[] { frame("a.B", "a"), frame("java.lang.Thread", "run"),
				frame("a.B", "b"), frame("java.lang.Thread", "one"), frame("java.lang.Thread", "two") });
		assertThat(text(exception)).isEqualTo("""
				java.lang.IllegalStateException: x
				\tat a.B.a(X.java:1)
				\tat java.lang.Thread.run(X.java:1)
				\tat a.B.b(X.java:1)
				\t... 2 frames excluded""");
	}

	private static StackTraceElement frame(String type, String method) {
		return new StackTraceElement(type, method, "X.java", 1);
	}

	private static String text(Throwable throwable) {
		return StackTraceText.of(new ThrowableProxy(throwable), (message) -> message);
	}

	private static Throwable failure(Runnable work) {
		try {
			work.run();
		}
		catch (RuntimeException ex) {
			return (ex.getCause() instanceof InvocationTargetException wrapper) ? wrapper.getTargetException() : ex;
		}
		throw new IllegalStateException("It has not failed");
	}

	static class Shop {

		void pay() {
			throw new IllegalStateException("no");
		}

	}

}
