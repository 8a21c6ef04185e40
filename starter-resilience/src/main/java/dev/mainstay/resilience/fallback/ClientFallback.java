package dev.mainstay.resilience.fallback;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Answers instead of an HTTP interface client whose calls have failed for good: a bean,
 * one for each interface. <pre class="code">
 * &#64;Bean
 * ClientFallback&lt;Prices&gt; pricesFallback() {
 * 	return ClientFallback.of(Prices.class, new LastKnownPrices());
 * }
 * </pre> It answers only for failures of the dependency: a call that was not made, no
 * answer, or one that says that it is in trouble. A refusal such as 404 reaches the
 * caller. Immutable; thread-safe if what answers is.
 *
 * @param <T> the interface
 * @since 0.1.0
 */
public final class ClientFallback<T> {

	private final Class<T> type;

	private final Function<Throwable, ? extends T> answering;

	private ClientFallback(Class<T> type, Function<Throwable, ? extends T> answering) {
		this.type = type;
		this.answering = answering;
	}

	/**
	 * Answer with an implementation of the interface.
	 * @param <T> the interface
	 * @param type the interface
	 * @param implementation answers instead
	 * @return the fallback
	 */
	public static <T> ClientFallback<T> of(Class<T> type, T implementation) {
		return new ClientFallback<>(type, (failure) -> implementation);
	}

	/**
	 * Answer with an implementation that knows why the call failed.
	 * @param <T> the interface
	 * @param type the interface
	 * @param factory makes what answers of the failure
	 * @return the fallback
	 */
	public static <T> ClientFallback<T> knowing(Class<T> type, Function<Throwable, ? extends T> factory) {
		return new ClientFallback<>(type, factory);
	}

	/**
	 * The interface that it answers for.
	 * @return the interface
	 */
	public Class<T> type() {
		return this.type;
	}

	@Nullable Object answer(Method method, @Nullable Object[] arguments, Throwable failure) throws Throwable {
		try {
			return method.invoke(this.answering.apply(failure), arguments);
		}
		catch (InvocationTargetException ex) {
			throw ex.getTargetException();
		}
	}

}
