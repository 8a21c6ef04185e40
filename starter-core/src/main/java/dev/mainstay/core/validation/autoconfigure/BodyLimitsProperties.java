package dev.mainstay.core.validation.autoconfigure;

import java.util.Map;
import java.util.stream.Collectors;

import dev.mainstay.core.configuration.InvalidPropertyException;
import dev.mainstay.core.validation.limits.BodyLimits;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.web.util.pattern.PathPatternParser;
import org.springframework.web.util.pattern.PatternParseException;

/**
 * Properties of the limits on bodies.
 *
 * @param bodySize How large the body of a request may be, -1 for any size; multipart
 * forms that are taken apart have limits of their own
 * @param largeBody Above which size the rule on large bodies looks at a body, -1 for
 * never
 * @param routes How large the body of a request may be by the pattern of its path, such
 * as routes[/imports/**]=200MB; the most specific pattern wins, and the other sizes do
 * not hold there
 */
@ConfigurationProperties("mainstay.validation.limits")
record BodyLimitsProperties(@DefaultValue("32MB") DataSize bodySize, @DefaultValue("1MB") DataSize largeBody,
		@DefaultValue Map<String, DataSize> routes) {

	private static final String PREFIX = "mainstay.validation.limits.";

	BodyLimitsProperties {
		check("body-size", bodySize);
		check("large-body", largeBody);
		routes.forEach((pattern, size) -> {
			checkPattern(pattern, size);
			check("routes[" + pattern + "]", size);
		});
	}

	private static void check(String property, DataSize size) {
		InvalidPropertyException.check(size.toBytes() > 0 || size.toBytes() == BodyLimits.NONE, PREFIX + property, size,
				"it has to be above zero, or -1", "Set a size such as 32MB, or -1 for no limit");
	}

	private static void checkPattern(String pattern, DataSize size) {
		InvalidPropertyException.check(isPattern(pattern), PREFIX + "routes[" + pattern + "]", size,
				"its key is not the pattern of a path",
				"Write one that begins with a slash, such as routes[/imports/**]");
	}

	private static boolean isPattern(String pattern) {
		try {
			PathPatternParser.defaultInstance.parse(pattern);
			return pattern.startsWith("/");
		}
		catch (PatternParseException ex) {
			return false;
		}
	}

	BodyLimits.Sizes sizes() {
		return new BodyLimits.Sizes(this.bodySize.toBytes(), this.largeBody.toBytes(),
				this.routes.entrySet()
					.stream()
					.collect(Collectors.toMap(Map.Entry::getKey, (route) -> route.getValue().toBytes())));
	}

	static BodyLimits.Sizes none() {
		return new BodyLimits.Sizes(BodyLimits.NONE, BodyLimits.NONE, Map.of());
	}

}
