package dev.mainstay.observability.slo.routes;

import java.util.List;

/**
 * The routes of an application, asked for when all its beans are there.
 *
 * @since 0.1.0
 */
public interface KnownRoutes {

	/**
	 * The routes that can be told.
	 * @return a list
	 */
	List<KnownRoute> all();

	/**
	 * Whether these are all.
	 * @return {@code false} if the application has functions as routes, which do not tell
	 * theirs
	 */
	boolean isComplete();

}
