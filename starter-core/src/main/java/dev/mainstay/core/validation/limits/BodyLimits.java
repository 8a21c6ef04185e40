package dev.mainstay.core.validation.limits;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import dev.mainstay.core.mode.Rule;
import dev.mainstay.core.mode.Rung;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * How large the body of a request may be, for each path. Immutable, thread-safe.
 *
 * @since 0.1.0
 */
public final class BodyLimits {

	/**
	 * Stands for no limit.
	 */
	public static final long NONE = -1;

	/**
	 * The name of the rule on bodies that are larger than usual.
	 */
	public static final String LARGE_BODY = "large-body";

	/**
	 * The name of the rule on bodies that come compressed.
	 */
	public static final String COMPRESSED_BODY = "compressed-body";

	private final long limit;

	private final long large;

	private final List<Route> routes;

	private final Rule largeBody;

	private final Rule compressedBody;

	/**
	 * Create the limits.
	 * @param sizes how large a body may be
	 * @param largeBody the rule on bodies that are larger than usual, on its rung
	 * @param compressedBody the rule on bodies that come compressed, on its rung
	 */
	public BodyLimits(Sizes sizes, Rule largeBody, Rule compressedBody) {
		this.limit = sizes.limit();
		this.large = largeBody.isActive() ? sizes.large() : NONE;
		this.routes = sizes.routes()
			.entrySet()
			.stream()
			.map((route) -> new Route(PathPatternParser.defaultInstance.parse(route.getKey()), route.getValue()))
			.sorted((one, other) -> PathPattern.SPECIFICITY_COMPARATOR.compare(one.pattern(), other.pattern()))
			.toList();
		this.largeBody = largeBody;
		this.compressedBody = compressedBody;
	}

	/**
	 * Whether any body can be too large or wrongly encoded.
	 * @return whether there is a limit or an active rule
	 */
	public boolean isActive() {
		return this.limit != NONE || this.large != NONE || this.compressedBody.isActive()
				|| this.routes.stream().anyMatch((route) -> route.limit() != NONE);
	}

	/**
	 * Measure a body. Called once for each request that has one.
	 * @param path asked for the path within the application, if it matters
	 * @param route asked for the route if the body breaks a rule
	 * @return measures the body
	 */
	public BodyMeter meter(Supplier<PathContainer> path, Supplier<String> route) {
		Route own = this.routes.isEmpty() ? null : route(path.get());
		return (own != null) ? new BodyMeter(this, own.limit(), NONE, route)
				: new BodyMeter(this, this.limit, this.large, route);
	}

	/**
	 * Whether a body needs no measuring, since its length is within all limits. Only for
	 * a length that the server holds the client to.
	 * @param path asked for the path within the application, if it matters
	 * @param length the length that the request declares, in bytes, negative if none
	 * @return whether there is nothing that reading the body could show
	 */
	public boolean settles(Supplier<PathContainer> path, long length) {
		Route own = this.routes.isEmpty() ? null : route(path.get());
		long allowed = (own != null) ? own.limit() : lower(this.limit, this.large);
		return length >= 0 && (allowed == NONE || length <= allowed);
	}

	/**
	 * Measure a multipart body that somebody reads as it is. What is taken apart is
	 * limited by whoever does that, and what that one takes is never refused here.
	 * @param path asked for the path within the application, if it matters
	 * @param route asked for the route if the body breaks a rule
	 * @param parsed how large a body the application takes apart, in bytes: 0 if it takes
	 * none apart, {@link #NONE} for any size
	 * @return measures the body
	 */
	public BodyMeter meterOfParts(Supplier<PathContainer> path, Supplier<String> route, long parsed) {
		if (parsed == 0) {
			return meter(path, route);
		}
		Route own = this.routes.isEmpty() ? null : route(path.get());
		return new BodyMeter(this, higher((own != null) ? own.limit() : this.limit, parsed), NONE, route);
	}

	/**
	 * Whether a body of a length is refused without asking anybody. Counts nothing.
	 * @param path asked for the path within the application, if it matters
	 * @param length the length that the request declares, in bytes
	 * @return whether it is too large
	 */
	public boolean refuses(Supplier<PathContainer> path, long length) {
		Route own = this.routes.isEmpty() ? null : route(path.get());
		long allowed = (own != null) ? own.limit() : lower(this.limit, enforced(this.large));
		return allowed != NONE && length > allowed;
	}

	/**
	 * What in the application a body was sent to, as the rules name it. A method is what
	 * the caller says, and is named only if it is a known one.
	 * @param method the method of the request
	 * @param route the route, {@code null} if the request has no handler
	 * @return the subject
	 */
	public static String subject(String method, @Nullable String route) {
		if (route == null) {
			return "a path without a handler";
		}
		boolean known = Arrays.asList(HttpMethod.values()).contains(HttpMethod.valueOf(method));
		return known ? method + " " + route : route;
	}

	private @Nullable Route route(PathContainer path) {
		for (Route route : this.routes) {
			if (route.pattern().matches(path)) {
				return route;
			}
		}
		return null;
	}

	long enforced(long large) {
		return (this.largeBody.rung() == Rung.ENFORCE) ? large : NONE;
	}

	static long lower(long one, long other) {
		if (one == NONE || other == NONE) {
			return Math.max(one, other);
		}
		return Math.min(one, other);
	}

	private static long higher(long one, long other) {
		return (one == NONE || other == NONE) ? NONE : Math.max(one, other);
	}

	Rule largeBody() {
		return this.largeBody;
	}

	Rule compressedBody() {
		return this.compressedBody;
	}

	private record Route(PathPattern pattern, long limit) {

	}

	/**
	 * How large a body may be.
	 *
	 * @param limit the limit in bytes, {@link #NONE} for none
	 * @param large above how many bytes a body is larger than usual, {@link #NONE} if
	 * none is
	 * @param routes limits of their own, by the patterns of their paths; the most
	 * specific pattern wins, and neither of the others holds then
	 * @since 0.1.0
	 */
	public record Sizes(long limit, long large, Map<String, Long> routes) {

	}

}
