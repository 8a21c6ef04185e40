package dev.mainstay.core.validation.paging;

import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * A request for a page or an order, as one of the web stacks sees it. Used by one thread.
 *
 * @since 0.1.0
 */
public interface PagingRequest {

	/**
	 * What the caller sent.
	 * @param name the name of a parameter
	 * @return the values of the parameter, {@code null} if it was not sent
	 */
	String @Nullable [] values(String name);

	/**
	 * Resolve the argument as the framework, or the application, does.
	 * @return a {@code Pageable} or a {@code Sort}; {@code null} if a resolver of the
	 * application says so
	 */
	@Nullable Object resolve();

	/**
	 * Resolve the argument from other parameters than those of the request.
	 * @param parameters the values of a parameter by its name, {@code null} if it was not
	 * sent
	 * @return a {@code Pageable} or a {@code Sort}; {@code null} if a resolver of the
	 * application says so
	 */
	@Nullable Object resolve(Function<String, String @Nullable []> parameters);

	/**
	 * Mark the request.
	 * @param attribute the name of a request attribute
	 * @return whether the request did not have it before
	 */
	boolean mark(String attribute);

}
